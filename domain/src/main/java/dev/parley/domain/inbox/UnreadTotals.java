package dev.parley.domain.inbox;

/**
 * What a user has not read, over all conversations.
 *
 * @param messages how many messages
 * @param conversations in how many conversations
 */
public record UnreadTotals(long messages, long conversations) {}
