package dev.parley.domain.activity;

import java.util.UUID;

/** Names an activity for ever, so that the log store can tell a repeated append from a new activity. */
public record ActivityId(UUID value) {}
