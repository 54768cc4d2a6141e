package dev.parley.adapters.rest.v1.session;

import dev.parley.adapters.rest.v1.page.CursorCodec;
import dev.parley.domain.session.Session;
import dev.parley.domain.shared.SessionId;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * Where a session stands in the list of its user: last seen first, and of those seen at the same time the latest opened
 * first. One that is used while somebody pages moves to the front, where that somebody has been already.
 */
record SessionPlace(Instant lastSeenAt, SessionId id) {

    static final CursorCodec<SessionPlace> CURSORS =
            new CursorCodec<>("sessions", SessionPlace::text, SessionPlace::parse);

    static final Comparator<SessionPlace> ORDER = Comparator.comparing(SessionPlace::lastSeenAt)
            .thenComparingLong(place -> place.id().value())
            .reversed();

    private static final Pattern FORM = Pattern.compile("([0-9]{1,17})\\.([0-9]+)");

    static SessionPlace of(Session session) {
        return new SessionPlace(session.lastSeenAt(), session.id());
    }

    /** Of all sessions of a user those after a place, no more than so many. */
    static List<Session> list(List<Session> all, Optional<SessionPlace> after, int limit) {
        return all.stream()
                .sorted(Comparator.comparing(SessionPlace::of, ORDER))
                .filter(session -> after.stream().allMatch(place -> ORDER.compare(place, of(session)) < 0))
                .limit(limit)
                .toList();
    }

    private String text() {
        return ChronoUnit.MICROS.between(Instant.EPOCH, lastSeenAt) + "." + id.value();
    }

    private static Optional<SessionPlace> parse(String text) {
        Matcher form = FORM.matcher(text);
        return form.matches()
                ? SessionName.parse(form.group(2)).map(id -> new SessionPlace(instant(form.group(1)), id))
                : Optional.empty();
    }

    private static Instant instant(String micros) {
        return Instant.EPOCH.plus(Long.parseLong(micros), ChronoUnit.MICROS);
    }
}
