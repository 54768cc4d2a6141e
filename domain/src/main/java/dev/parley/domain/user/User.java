package dev.parley.domain.user;

import java.time.Instant;

/** Somebody who registered. */
public record User(UserId id, Username username, Instant registeredAt) {}
