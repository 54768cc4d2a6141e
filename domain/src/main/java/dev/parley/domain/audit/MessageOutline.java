package dev.parley.domain.audit;

import dev.parley.domain.conversation.Place;
import dev.parley.domain.user.UserId;
import java.time.Instant;
import java.util.Optional;

/** A message without its content. */
public record MessageOutline(
        Place place, UserId sender, UserId receiver, Instant sentAt, Optional<Instant> visibleAt) {}
