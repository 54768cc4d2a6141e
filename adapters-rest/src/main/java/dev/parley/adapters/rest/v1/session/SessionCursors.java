package dev.parley.adapters.rest.v1.session;

import dev.parley.adapters.rest.v1.page.CursorCodec;
import dev.parley.domain.session.SessionPlace;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * Cursors of the list of sessions. A session that is used while the client pages moves to the first page, which the client
 * has already loaded.
 */
final class SessionCursors {

    static final CursorCodec<SessionPlace> CODEC =
            new CursorCodec<>("sessions", SessionCursors::text, SessionCursors::parse);

    static final Pattern FORM = Pattern.compile("([0-9]{1,17})[.]([0-9]+)");

    private SessionCursors() {}

    private static String text(SessionPlace place) {
        return ChronoUnit.MICROS.between(Instant.EPOCH, place.lastSeenAt()) + "."
                + place.id().value();
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
