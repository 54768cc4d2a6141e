package dev.parley.domain.event;

import java.util.UUID;

/**
 * Names one history of events. It changes when history could have gone backwards (a restore, a fail-over that lost
 * commits): numbers that clients have seen may then stand for other events.
 */
public record EventEpoch(UUID value) {}
