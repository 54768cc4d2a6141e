package dev.parley.domain.inbox;

/**
 * What a user has not read, over all conversations but those with users whom they block. An erased message is not unread.
 *
 * @param messages how many messages
 * @param conversations in how many conversations
 */
public record UnreadTotals(long messages, long conversations) {}
