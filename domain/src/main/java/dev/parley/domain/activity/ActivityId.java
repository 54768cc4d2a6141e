package dev.parley.domain.activity;

import java.util.UUID;

/** The permanent id of an activity; the log store recognises a repeated append by it. */
public record ActivityId(UUID value) {}
