/** Storage of conversations and messages. */
package dev.parley.application.port.out.conversation;
