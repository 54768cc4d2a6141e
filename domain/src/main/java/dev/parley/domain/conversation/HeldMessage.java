package dev.parley.domain.conversation;

import java.time.Instant;

/** The part of a held message that a release needs. */
public record HeldMessage(Place place, Instant sentAt) {}
