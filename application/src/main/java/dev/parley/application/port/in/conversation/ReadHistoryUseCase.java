package dev.parley.application.port.in.conversation;

import dev.parley.domain.conversation.Message;
import dev.parley.domain.user.UserId;
import java.time.Instant;
import java.util.List;
import java.util.Optional;

/**
 * A user opens a page of the conversation with another user, newest message first.
 *
 * <p>This marks every visible message to the reader as read, also on other pages, and the result shows it. A page that does
 * not exist marks nothing.
 */
public interface ReadHistoryUseCase {

    Result read(Query query);

    record Query(UserId reader, UserId peer, PageChoice page) {}

    sealed interface PageChoice {

        /** @param number from 1 */
        record Numbered(long number) implements PageChoice {}

        record Last() implements PageChoice {}
    }

    sealed interface Result {

        /**
         * @param count visible messages on all pages
         * @param number of this page
         * @param last number of the last page; 1 for an empty conversation
         */
        record Page(long count, long number, long last, List<ReadMessage> messages) implements Result {}

        record NoSuchPage() implements Result {}
    }

    /** @param readAt when the receiver first read the message; empty while it is unread */
    record ReadMessage(Message message, Optional<Instant> readAt) {}
}
