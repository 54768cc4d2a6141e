package dev.parley.adapters.rest.v1.event.follow;

import java.time.Duration;

/**
 * Limits and intervals of streams and polls on one node.
 *
 * @param maxStreams concurrent streams
 * @param maxPolls concurrent polls
 * @param maxPerSession concurrent streams of one session, and concurrent polls
 * @param maxReadings concurrent reads, which bounds the memory that a signal to thousands needs
 * @param maxUnwrittenBytes bytes that all streams together may hold while writing, not counting small chunks
 * @param heartbeat the longest silence of a stream
 * @param slowAfter the longest write; a client that exceeds it is too slow, and after twice this time its
 *     connection is closed
 * @param sessionCheck the interval at which an idle stream checks its session
 * @param shutdownSpread the period over which a node that shuts down ends its streams
 */
public record EventConnectionSettings(
        int maxStreams,
        int maxPolls,
        int maxPerSession,
        int maxReadings,
        long maxUnwrittenBytes,
        Duration heartbeat,
        Duration slowAfter,
        Duration sessionCheck,
        Duration shutdownSpread) {}
