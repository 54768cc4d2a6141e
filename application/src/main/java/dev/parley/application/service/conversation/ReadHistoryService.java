package dev.parley.application.service.conversation;

import dev.parley.application.port.in.conversation.ReadHistoryUseCase;
import dev.parley.application.port.out.conversation.Conversations;
import dev.parley.application.port.out.conversation.Messages;
import dev.parley.application.port.out.event.UserEvents;
import dev.parley.application.port.out.receipt.ReadReceipts;
import dev.parley.application.port.out.shared.UnitOfWork;
import dev.parley.application.port.out.user.UserLocks;
import dev.parley.domain.conversation.Conversation;
import dev.parley.domain.conversation.Conversation.ReadResult;
import dev.parley.domain.conversation.Conversation.Span;
import dev.parley.domain.conversation.HistorySlice;
import dev.parley.domain.conversation.Message;
import dev.parley.domain.conversation.Pages;
import dev.parley.domain.conversation.Participants;
import dev.parley.domain.conversation.Place;
import dev.parley.domain.event.ConversationEvents;
import dev.parley.domain.receipt.ReadReceipt;
import dev.parley.domain.receipt.ReadTimes;
import dev.parley.domain.user.UserId;
import java.time.Clock;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/** Writes only if there is a new message to read, so polling clients cost no writes and no locks. */
public final class ReadHistoryService implements ReadHistoryUseCase {

    private final UnitOfWork unitOfWork;
    private final UserLocks locks;
    private final Conversations conversations;
    private final Messages messages;
    private final ReadReceipts receipts;
    private final UserEvents events;
    private final Clock clock;

    public ReadHistoryService(
            UnitOfWork unitOfWork,
            UserLocks locks,
            Conversations conversations,
            Messages messages,
            ReadReceipts receipts,
            UserEvents events,
            Clock clock) {
        this.unitOfWork = unitOfWork;
        this.locks = locks;
        this.conversations = conversations;
        this.messages = messages;
        this.receipts = receipts;
        this.events = events;
        this.clock = clock;
    }

    @Override
    public Result read(Query query) {
        return unitOfWork
                .snapshot(() -> readIfNothingIsNew(query))
                .orElseGet(() -> unitOfWork.execute(() -> readAndMark(query)));
    }

    /** Empty if the page exists and the reader has unread messages. */
    private Optional<Result> readIfNothingIsNew(Query query) {
        Optional<Conversation> found = find(query);
        if (found.isEmpty()) {
            return Optional.of(emptyHistory(query.page()));
        }
        Pages pages = new Pages(found.get());
        long number = numberOf(query.page(), pages.last());
        if (!pages.has(number)) {
            return Optional.of(new Result.NoSuchPage());
        }
        return unread(found.get(), query.reader()).isEmpty() ? Optional.of(page(pages, number)) : Optional.empty();
    }

    private Result readAndMark(Query query) {
        Set<UserId> erased = locks.lock(query.reader(), query.peer());
        Conversation conversation = find(query).orElseThrow();
        Pages pages = new Pages(conversation);
        // The page still exists: the number of visible messages never decreases.
        long number = numberOf(query.page(), pages.last());
        unread(conversation, query.reader())
                .filter(places -> !erased.contains(query.reader()))
                .flatMap(places -> read(conversation, query.reader(), places))
                .ifPresent(reading -> mark(reading, query.reader(), erased.contains(query.peer())));
        return page(pages, number);
    }

    private static Optional<Span> unread(Conversation conversation, UserId reader) {
        return conversation.unreadUpTo(reader, new Place(conversation.lastPlace()));
    }

    private Optional<ReadResult> read(Conversation conversation, UserId reader, Span places) {
        return messages.findReceived(conversation.id(), reader, places)
                .map(received -> conversation.read(reader, places, received, clock.instant()));
    }

    private void mark(ReadResult reading, UserId reader, boolean isPeerErased) {
        conversations.store(reading.conversation());
        receipts.add(new ReadReceipt(reading.conversation().id(), reader, reading.upTo(), reading.readAt()));
        events.append(ConversationEvents.ofReading(reader, reading, isPeerErased));
    }

    private Optional<Conversation> find(Query query) {
        return conversations.find(Participants.of(query.reader(), query.peer()));
    }

    private Result page(Pages pages, long number) {
        Conversation conversation = pages.conversation();
        List<Message> shown =
                pages.slice(number).map(slice -> list(conversation, slice)).orElseGet(List::of);
        ReadTimes times = new ReadTimes(receipts.listCovering(conversation.id(), shown));
        List<ReadMessage> read = shown.stream()
                .map(message -> new ReadMessage(message, times.firstReadOf(message)))
                .toList();
        return new Result.Page(pages.count(), number, pages.last(), read);
    }

    private List<Message> list(Conversation conversation, HistorySlice slice) {
        return messages.listVisible(conversation.id(), slice);
    }

    private static Result emptyHistory(PageChoice page) {
        return numberOf(page, 1) == 1 ? new Result.Page(0, 1, 1, List.of()) : new Result.NoSuchPage();
    }

    private static long numberOf(PageChoice page, long last) {
        return switch (page) {
            case PageChoice.Numbered(long number) -> number;
            case PageChoice.Last() -> last;
        };
    }
}
