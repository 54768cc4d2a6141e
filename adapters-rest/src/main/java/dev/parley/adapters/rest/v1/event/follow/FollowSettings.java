package dev.parley.adapters.rest.v1.event.follow;

import java.time.Duration;

/**
 * How events are followed on one node.
 *
 * @param maxStreams most streams at a time
 * @param maxPolls most polls at a time
 * @param maxPerSession most streams of one session, and most polls
 * @param maxReadings most readings at a time, which bounds what a signal to thousands holds in memory
 * @param maxUnwrittenBytes most that all streams together hold of what was read and is being written, small texts aside
 * @param heartbeat how long a stream may be silent
 * @param slowAfter how long one write may take before the client counts as too slow; after twice that it is cut off
 * @param sessionCheck how often a silent stream asks whether its session still lives
 * @param shutdownSpread over how long the streams of a node that stops are ended
 */
public record FollowSettings(
        int maxStreams,
        int maxPolls,
        int maxPerSession,
        int maxReadings,
        long maxUnwrittenBytes,
        Duration heartbeat,
        Duration slowAfter,
        Duration sessionCheck,
        Duration shutdownSpread) {}
