package dev.parley.application.service.conversation;

import dev.parley.application.port.in.conversation.BrowseHistoryUseCase;
import dev.parley.application.port.in.conversation.NamedMessage;
import dev.parley.application.port.out.conversation.Conversations;
import dev.parley.application.port.out.conversation.Messages;
import dev.parley.application.port.out.shared.UnitOfWork;
import dev.parley.application.port.out.user.Users;
import dev.parley.domain.conversation.Conversation;
import dev.parley.domain.conversation.ConversationId;
import dev.parley.domain.conversation.HistoryPart;
import dev.parley.domain.conversation.HistoryWindow;
import dev.parley.domain.conversation.Message;
import dev.parley.domain.conversation.MessageId;
import dev.parley.domain.conversation.PageBound;
import dev.parley.domain.conversation.Participants;
import dev.parley.domain.conversation.Place;
import dev.parley.domain.user.Names;
import dev.parley.domain.user.UserId;
import dev.parley.domain.user.Username;
import java.util.List;
import java.util.Optional;
import java.util.function.BiFunction;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** A page ends at the requested limit, or earlier if its contents are large. */
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
            throw new IllegalArgumentException("limit must be 1 to %d, was %d".formatted(MAX_LIMIT, query.limit()));
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
                        .orElseGet(() -> new Result.Page(List.of(), Optional.empty(), false, false));
            case Start.Before(Mark mark) -> at(mark, query, conversation, this::before);
            case Start.After(Mark mark) -> at(mark, query, conversation, this::after);
            case Start.Around(Mark mark) -> at(mark, query, conversation, this::around);
        };
    }

    private Result at(
            Mark mark, Query query, Optional<Conversation> conversation, BiFunction<Mark.At, Query, Result> look) {
        Optional<ConversationId> here = conversation.map(Conversation::id);
        return switch (mark) {
            case Mark.At at ->
                here.filter(at.conversation()::equals)
                        .map(in -> look.apply(at, query))
                        .orElseGet(Result.ForeignPlace::new);
            case Mark.Of(MessageId id) ->
                here.flatMap(in -> shown(in, id, query.viewer()))
                        .map(message -> new Mark.At(message.conversation(), message.place()))
                        .map(at -> look.apply(at, query))
                        .orElseGet(Result.NoSuchMessage::new);
        };
    }

    private Optional<Message> shown(ConversationId in, MessageId id, UserId viewer) {
        return messages.find(id)
                .filter(message -> message.conversation().equals(in))
                .filter(message -> message.isShownTo(viewer));
    }

    private Result newest(ConversationId in, Query query) {
        HistoryPart older =
                messages.listShown(in, query.viewer(), new HistoryWindow.Newest(), PageBound.of(query.limit()));
        return page(older.messages(), Optional.empty(), older.more(), false);
    }

    private Result before(Mark.At mark, Query query) {
        HistoryPart older = look(mark, query, new HistoryWindow.Before(mark.place()), PageBound.of(query.limit()));
        boolean hasNewer = !older.isEmpty() || isAny(mark, query, new HistoryWindow.After(mark.place()));
        return page(older.messages(), Optional.of(mark), older.more(), hasNewer);
    }

    private Result after(Mark.At mark, Query query) {
        HistoryPart newer = look(mark, query, new HistoryWindow.After(mark.place()), PageBound.of(query.limit()));
        boolean hasOlder = !newer.isEmpty() || isAny(mark, query, new HistoryWindow.Before(mark.place()));
        return page(newer.messages(), Optional.of(mark), hasOlder, newer.more());
    }

    /** Each side gets half of the page. */
    private Result around(Mark.At mark, Query query) {
        int after = query.limit() / 2;
        HistoryWindow upTo = new HistoryWindow.Before(new Place(mark.place().value() + 1));
        HistoryPart older = look(mark, query, upTo, half(query.limit() - after));
        HistoryPart newer = look(mark, query, new HistoryWindow.After(mark.place()), half(after));
        List<Message> both = Stream.concat(newer.messages().stream(), older.messages().stream())
                .toList();
        return page(both, Optional.of(mark), older.more(), newer.more());
    }

    private static PageBound half(int items) {
        return new PageBound(items, PageBound.MAX_BYTES / 2);
    }

    private HistoryPart look(Mark.At mark, Query query, HistoryWindow window, PageBound bound) {
        return messages.listShown(mark.conversation(), query.viewer(), window, bound);
    }

    private boolean isAny(Mark.At mark, Query query, HistoryWindow window) {
        return look(mark, query, window, PageBound.of(0)).more();
    }

    private Result page(List<Message> shown, Optional<Mark.At> mark, boolean hasOlder, boolean hasNewer) {
        Names names = new Names(users.names(shown.stream()
                .flatMap(message -> Stream.of(message.sender(), message.receiver()))
                .collect(Collectors.toSet())));
        List<NamedMessage> named =
                shown.stream().map(message -> NamedMessage.of(message, names)).toList();
        return new Result.Page(named, mark, hasOlder, hasNewer);
    }
}
