/** Use cases of conversations. */
package dev.parley.application.port.in.conversation;
