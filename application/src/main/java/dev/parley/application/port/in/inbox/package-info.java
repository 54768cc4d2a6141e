/** Use cases to list conversations and to count unread messages. */
package dev.parley.application.port.in.inbox;
