/** Conversations and messages in PostgreSQL; sends in batches. */
package dev.parley.adapters.persistence.conversation;
