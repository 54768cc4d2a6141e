package dev.parley.adapters.rest.v1.conversation;

import dev.parley.adapters.rest.v1.page.CursorCodec;
import dev.parley.application.port.in.conversation.BrowseHistoryUseCase.Mark;
import dev.parley.domain.conversation.ConversationId;
import dev.parley.domain.conversation.Message;
import dev.parley.domain.conversation.Place;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** Cursors of the history of a conversation. Places never change, so paging misses and repeats no message. */
final class HistoryCursors {

    static final CursorCodec<Mark.At> CODEC = new CursorCodec<>("history", HistoryCursors::text, HistoryCursors::parse);

    static final Pattern FORM = Pattern.compile("([1-9][0-9]{0,17})[.]([1-9][0-9]{0,17})");

    private HistoryCursors() {}

    static Mark.At of(Message message) {
        return new Mark.At(message.conversation(), message.place());
    }

    private static String text(Mark.At mark) {
        return mark.conversation().value() + "." + mark.place().value();
    }

    private static Optional<Mark.At> parse(String text) {
        Matcher form = FORM.matcher(text);
        return form.matches()
                ? Optional.of(new Mark.At(
                        new ConversationId(Long.parseLong(form.group(1))), new Place(Long.parseLong(form.group(2)))))
                : Optional.empty();
    }
}
