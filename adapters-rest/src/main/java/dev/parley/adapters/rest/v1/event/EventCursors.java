package dev.parley.adapters.rest.v1.event;

import dev.parley.adapters.rest.v1.page.CursorCodec;
import dev.parley.domain.event.EventCursor;
import dev.parley.domain.event.EventEpoch;
import java.util.Optional;
import java.util.UUID;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * Encodes and decodes event cursors, for the inbox, the long poll and the stream.
 *
 * <p>A well-formed cursor may be expired, of another epoch or in the future; the use case decides that.
 */
public final class EventCursors {

    public static final CursorCodec<EventCursor> CODEC =
            new CursorCodec<>("events", EventCursors::text, EventCursors::parse);

    public static final Pattern FORM = Pattern.compile("([0-9a-f]{8}(?:-[0-9a-f]{4}){3}-[0-9a-f]{12})[.]([0-9]{1,18})");

    private EventCursors() {}

    private static String text(EventCursor cursor) {
        return cursor.epoch().value() + "." + cursor.seq();
    }

    private static Optional<EventCursor> parse(String text) {
        Matcher form = FORM.matcher(text);
        return form.matches()
                ? Optional.of(
                        new EventCursor(new EventEpoch(UUID.fromString(form.group(1))), Long.parseLong(form.group(2))))
                : Optional.empty();
    }
}
