package dev.parley.adapters.persistence.receipt;

import dev.parley.domain.conversation.Message;
import dev.parley.domain.user.UserId;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/** The range of places of the messages to one reader. */
record Span(UserId reader, long lowest, long highest) {

    /** A span for each receiver of messages that were visible when they were sent. */
    static Collection<Span> of(List<Message> messages) {
        Map<UserId, Span> spans = new HashMap<>();
        for (Message message : messages) {
            if (!message.isReleased()) {
                long place = message.place().value();
                spans.merge(message.receiver(), new Span(message.receiver(), place, place), Span::with);
            }
        }
        return spans.values();
    }

    private Span with(Span other) {
        return new Span(reader, Math.min(lowest, other.lowest), Math.max(highest, other.highest));
    }
}
