/** Conversations, their messages, and the sending of one. */
package dev.parley.adapters.persistence.conversation;
