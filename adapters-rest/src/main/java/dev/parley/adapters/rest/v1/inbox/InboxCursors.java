package dev.parley.adapters.rest.v1.inbox;

import dev.parley.adapters.rest.v1.page.CursorCodec;
import dev.parley.domain.conversation.ConversationId;
import dev.parley.domain.inbox.InboxPlace;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * Cursors of the inbox. A conversation that gets a message while the client pages moves to the first page, which the client
 * has already loaded.
 */
final class InboxCursors {

    static final CursorCodec<InboxPlace> CODEC = new CursorCodec<>("inbox", InboxCursors::text, InboxCursors::parse);

    static final Pattern FORM = Pattern.compile("([0-9]{1,17})[.]([1-9][0-9]{0,17})");

    private InboxCursors() {}

    private static String text(InboxPlace place) {
        return ChronoUnit.MICROS.between(Instant.EPOCH, place.shownAt()) + "."
                + place.conversation().value();
    }

    private static Optional<InboxPlace> parse(String text) {
        Matcher form = FORM.matcher(text);
        return form.matches()
                ? Optional.of(new InboxPlace(
                        Instant.EPOCH.plus(Long.parseLong(form.group(1)), ChronoUnit.MICROS),
                        new ConversationId(Long.parseLong(form.group(2)))))
                : Optional.empty();
    }
}
