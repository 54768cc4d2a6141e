package dev.parley.domain.block;

import dev.parley.domain.user.UserId;
import java.time.Instant;

/**
 * One user blocks another.
 *
 * <p>A block has a direction: the blocker can still send messages to the blocked user. Users can block themselves, as in the
 * legacy API.
 */
public record Block(UserId blocker, UserId blocked, Instant since) {}
