package dev.parley.domain.inbox;

/**
 * A user's unread messages in all conversations, except those with users that they block. Erased messages do not count.
 *
 * @param messages number of unread messages
 * @param conversations number of conversations with unread messages
 */
public record UnreadTotals(long messages, long conversations) {}
