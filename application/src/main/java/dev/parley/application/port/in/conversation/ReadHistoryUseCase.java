package dev.parley.application.port.in.conversation;

import dev.parley.domain.conversation.Message;
import dev.parley.domain.user.UserId;
import java.time.Instant;
import java.util.List;
import java.util.Optional;

/**
 * A user opens the conversation with another and looks at one page of it, newest first.
 *
 * <p>Opening is reading: every visible message to the reader counts as read, those on other pages too, and the answer
 * shows it already. Opening a page that does not exist reads nothing.
 */
public interface ReadHistoryUseCase {

    Result read(Query query);

    record Query(UserId reader, UserId peer, PageChoice page) {}

    /** Which page. */
    sealed interface PageChoice {

        /** @param number counted from 1; any other is no page */
        record Numbered(long number) implements PageChoice {}

        record Last() implements PageChoice {}
    }

    /** What came of it. */
    sealed interface Result {

        /**
         * @param count visible messages on all pages
         * @param number of this page
         * @param last number of the last page, at least 1
         */
        record Page(long count, long number, long last, List<ReadMessage> messages) implements Result {}

        record NoSuchPage() implements Result {}
    }

    /**
     * A message and when its receiver first read it.
     *
     * @param readAt empty while it is unread
     */
    record ReadMessage(Message message, Optional<Instant> readAt) {}
}
