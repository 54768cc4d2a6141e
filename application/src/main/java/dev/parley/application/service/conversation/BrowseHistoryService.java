package dev.parley.application.service.conversation;

import dev.parley.application.port.in.conversation.BrowseHistoryUseCase;
import dev.parley.application.port.out.conversation.Conversations;
import dev.parley.application.port.out.conversation.Messages;
import dev.parley.application.port.out.shared.UnitOfWork;
import dev.parley.application.port.out.user.Users;
import dev.parley.domain.conversation.Conversation;
import dev.parley.domain.conversation.ConversationId;
import dev.parley.domain.conversation.HistoryWindow;
import dev.parley.domain.conversation.Message;
import dev.parley.domain.conversation.MessageId;
import dev.parley.domain.conversation.Participants;
import dev.parley.domain.conversation.Place;
import dev.parley.domain.user.UserId;
import dev.parley.domain.user.Username;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.BiFunction;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** Looks one message further than asked, to know whether there are more. */
public final class BrowseHistoryService implements BrowseHistoryUseCase {

    private final UnitOfWork unitOfWork;
    private final Users users;
    private final Conversations conversations;
    private final Messages messages;

    public BrowseHistoryService(UnitOfWork unitOfWork, Users users, Conversations conversations, Messages messages) {
        this.unitOfWork = unitOfWork;
        this.users = users;
        this.conversations = conversations;
        this.messages = messages;
    }

    @Override
    public Result browse(Query query) {
        if (query.limit() < 1 || query.limit() > MAX_LIMIT) {
            throw new IllegalArgumentException("a limit is 1 to " + MAX_LIMIT);
        }
        return unitOfWork.snapshot(() -> Username.parse(query.peer())
                .flatMap(users::find)
                .map(peer -> browse(query, peer.id()))
                .orElseGet(Result.NoSuchUser::new));
    }

    private Result browse(Query query, UserId peer) {
        Optional<Conversation> conversation = conversations.find(Participants.of(query.viewer(), peer));
        return switch (query.start()) {
            case Start.Newest() ->
                conversation
                        .map(found -> newest(found.id(), query))
                        .orElseGet(() -> new Result.Page(List.of(), false, false));
            case Start.Before(Mark mark) -> at(mark, query, conversation, (in, place) -> before(in, place, query));
            case Start.After(Mark mark) -> at(mark, query, conversation, (in, place) -> after(in, place, query));
            case Start.Around(Mark mark) -> at(mark, query, conversation, (in, place) -> around(in, place, query));
        };
    }

    private Result at(
            Mark mark,
            Query query,
            Optional<Conversation> conversation,
            BiFunction<ConversationId, Place, Result> look) {
        Optional<ConversationId> here = conversation.map(Conversation::id);
        return switch (mark) {
            case Mark.At(ConversationId of, Place place) ->
                here.filter(of::equals).map(in -> look.apply(in, place)).orElseGet(Result.ForeignPlace::new);
            case Mark.Of(MessageId id) ->
                here.flatMap(in -> shown(in, id, query.viewer()))
                        .map(message -> look.apply(message.conversation(), message.place()))
                        .orElseGet(Result.NoSuchMessage::new);
        };
    }

    private Optional<Message> shown(ConversationId in, MessageId id, UserId viewer) {
        return messages.find(id)
                .filter(message -> message.conversation().equals(in))
                .filter(message -> message.isShownTo(viewer));
    }

    private Result newest(ConversationId in, Query query) {
        Part older = older(in, new HistoryWindow.Newest(), query, query.limit());
        return page(older.messages(), older.more(), false);
    }

    private Result before(ConversationId in, Place place, Query query) {
        Part older = older(in, new HistoryWindow.Before(place), query, query.limit());
        return page(older.messages(), older.more(), true);
    }

    private Result after(ConversationId in, Place place, Query query) {
        Part newer = newer(in, place, query, query.limit());
        return page(newer.messages(), true, newer.more());
    }

    private Result around(ConversationId in, Place place, Query query) {
        int after = query.limit() / 2;
        Part older = older(in, new HistoryWindow.Before(new Place(place.value() + 1)), query, query.limit() - after);
        Part newer = newer(in, place, query, after);
        List<Message> both = Stream.concat(newer.messages().stream(), older.messages().stream())
                .toList();
        return page(both, older.more(), newer.more());
    }

    private Part older(ConversationId in, HistoryWindow window, Query query, int limit) {
        List<Message> found = messages.listShown(in, query.viewer(), window, limit + 1);
        return new Part(found.stream().limit(limit).toList(), found.size() > limit);
    }

    private Part newer(ConversationId in, Place place, Query query, int limit) {
        List<Message> found = messages.listShown(in, query.viewer(), new HistoryWindow.After(place), limit + 1);
        boolean more = found.size() > limit;
        return new Part(more ? found.subList(1, found.size()) : found, more);
    }

    private Result page(List<Message> shown, boolean hasOlder, boolean hasNewer) {
        Map<UserId, Username> names = users.names(shown.stream()
                .flatMap(message -> Stream.of(message.sender(), message.receiver()))
                .collect(Collectors.toSet()));
        List<Written> written =
                shown.stream().map(message -> written(message, names)).toList();
        return new Result.Page(written, hasOlder && !shown.isEmpty(), hasNewer && !shown.isEmpty());
    }

    private static Written written(Message message, Map<UserId, Username> names) {
        Username sender = nameOf(message.sender(), names);
        return new Written(message.shownAsFrom(sender), sender, nameOf(message.receiver(), names));
    }

    private static Username nameOf(UserId user, Map<UserId, Username> names) {
        return Optional.ofNullable(names.get(user)).orElseThrow();
    }

    /** Some messages on one side of a place, newest first, and whether there are more beyond. */
    private record Part(List<Message> messages, boolean more) {}
}
