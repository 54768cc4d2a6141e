package dev.parley.application.port.in.conversation;

import dev.parley.domain.conversation.ConversationId;
import dev.parley.domain.conversation.MessageId;
import dev.parley.domain.conversation.PageBound;
import dev.parley.domain.conversation.Place;
import dev.parley.domain.user.UserId;
import java.util.List;
import java.util.Optional;

/**
 * A user browses the conversation with another user, from any place in it. Browsing marks nothing as read.
 *
 * <p>The viewer sees visible messages, and their own messages also while they are held.
 */
public interface BrowseHistoryUseCase {

    /** Maximum number of messages on a page. A page of large messages has fewer ({@link PageBound}), but at least one. */
    int MAX_LIMIT = PageBound.MAX_ITEMS;

    Result browse(Query query);

    /**
     * @param peer name as the client wrote it; may be the viewer's own name, or the tombstone of an erased user
     * @param limit 1 to {@value #MAX_LIMIT}
     */
    record Query(UserId viewer, String peer, Start start, int limit) {}

    /** Which messages to return. */
    sealed interface Start {

        /** The newest messages. */
        record Newest() implements Start {}

        /** The nearest messages before the place. */
        record Before(Mark mark) implements Start {}

        /** The nearest messages after the place. */
        record After(Mark mark) implements Start {}

        /** The message at the place, and about as many messages before it as after it. */
        record Around(Mark mark) implements Start {}
    }

    /** A place in a conversation, in the two forms that callers have. */
    sealed interface Mark {

        /** As an earlier page returned it. */
        record At(ConversationId conversation, Place place) implements Mark {}

        /** The place of this message. */
        record Of(MessageId message) implements Mark {}
    }

    sealed interface Result {

        /**
         * @param messages newest first
         * @param mark the requested place; empty for the newest messages
         * @param hasOlder whether the viewer sees messages before the oldest of these; before the mark if the page is empty
         * @param hasNewer whether the viewer sees messages after the newest of these; after the mark if the page is empty
         */
        record Page(List<NamedMessage> messages, Optional<Mark.At> mark, boolean hasOlder, boolean hasNewer)
                implements Result {

            public Page {
                messages = List.copyOf(messages);
            }
        }

        record NoSuchUser() implements Result {}

        /** The viewer sees no message with this id in this conversation. */
        record NoSuchMessage() implements Result {}

        /** The place belongs to another conversation. */
        record ForeignPlace() implements Result {}
    }
}
