package dev.parley.application.port.in.conversation;

import dev.parley.domain.conversation.ConversationId;
import dev.parley.domain.conversation.Message;
import dev.parley.domain.conversation.MessageId;
import dev.parley.domain.conversation.PageBound;
import dev.parley.domain.conversation.Place;
import dev.parley.domain.user.UserId;
import dev.parley.domain.user.Username;
import java.util.List;
import java.util.Optional;

/**
 * A user looks at the conversation with another, at any place of it. Looking is not reading: nothing is marked.
 *
 * <p>They see what is visible, and their own messages also while those are held.
 */
public interface BrowseHistoryUseCase {

    /** Most messages that one look gives; fewer if they are large ({@link PageBound}), but one if there is one. */
    int MAX_LIMIT = PageBound.MAX_ITEMS;

    Result browse(Query query);

    /**
     * @param peer name as a client wrote it; may be the viewer's own, or the tombstone of an erased user
     * @param limit 1 to {@value #MAX_LIMIT}
     */
    record Query(UserId viewer, String peer, Start start, int limit) {}

    /** Where to look. */
    sealed interface Start {

        /** At the newest messages. */
        record Newest() implements Start {}

        /** At the nearest messages before the place. */
        record Before(Mark mark) implements Start {}

        /** At the nearest messages after the place. */
        record After(Mark mark) implements Start {}

        /** At the place itself and about as many messages before it as after it. */
        record Around(Mark mark) implements Start {}
    }

    /** A place in a history, in one of the two ways in which callers know places. */
    sealed interface Mark {

        /** As an earlier look gave it. */
        record At(ConversationId conversation, Place place) implements Mark {}

        /** Where this message is. */
        record Of(MessageId message) implements Mark {}
    }

    /** What came of it. */
    sealed interface Result {

        /**
         * @param messages newest first
         * @param mark where the viewer looked; empty if that was at the newest
         * @param hasOlder whether the viewer is shown messages before the oldest of these, or before the mark if there are
         *     none of these
         * @param hasNewer whether the viewer is shown messages after the newest of these, or after the mark
         */
        record Page(List<Written> messages, Optional<Mark.At> mark, boolean hasOlder, boolean hasNewer)
                implements Result {

            public Page {
                messages = List.copyOf(messages);
            }
        }

        record NoSuchUser() implements Result {}

        /** No message of this conversation that the viewer is shown has this id. */
        record NoSuchMessage() implements Result {}

        /** The place is one of another conversation. */
        record ForeignPlace() implements Result {}
    }

    /** A message and who wrote it to whom. */
    record Written(Message message, Username sender, Username receiver) {}
}
