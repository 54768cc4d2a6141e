package dev.parley.domain.block;

import dev.parley.domain.user.UserId;
import java.time.Instant;

/**
 * One user's wish not to hear from another.
 *
 * <p>It has a direction: the blocker may still write to the blocked. Blocking oneself is allowed, as in the seed.
 */
public record Block(UserId blocker, UserId blocked, Instant since) {}
