package dev.parley.domain.conversation;

import java.time.Instant;

/** What a release must know of a message that is held; its content does not matter. */
public record HeldMessage(Place place, Instant sentAt) {}
