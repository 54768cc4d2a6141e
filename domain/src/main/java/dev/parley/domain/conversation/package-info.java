/** Conversations between two users: messages, read receipts, held and released messages. */
package dev.parley.domain.conversation;
