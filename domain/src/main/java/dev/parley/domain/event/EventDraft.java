package dev.parley.domain.event;

import dev.parley.domain.user.UserId;
import java.time.Instant;

/** An event without a number. */
public record EventDraft(UserId user, Instant at, Change change) {}
