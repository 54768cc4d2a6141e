package dev.parley.domain.event;

import java.util.UUID;

/**
 * Identifies one history of events. A restore, or a fail-over that lost commits, starts a new epoch: event numbers that
 * clients have seen may then belong to other events.
 */
public record EventEpoch(UUID value) {}
