package dev.parley.domain.conversation;

import dev.parley.domain.user.UserId;

/** An idempotency key of one sender. Two senders may use equal keys. */
public record SenderKey(UserId sender, IdempotencyKey key) {}
