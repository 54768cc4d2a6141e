package dev.parley.application.service.receipt;

import dev.parley.application.port.in.receipt.MarkReadUseCase;
import dev.parley.application.port.out.conversation.Conversations;
import dev.parley.application.port.out.conversation.Messages;
import dev.parley.application.port.out.event.UserEvents;
import dev.parley.application.port.out.receipt.ReadReceipts;
import dev.parley.application.port.out.shared.UnitOfWork;
import dev.parley.application.port.out.user.UserLocks;
import dev.parley.application.port.out.user.Users;
import dev.parley.domain.conversation.Conversation;
import dev.parley.domain.conversation.Conversation.ReadResult;
import dev.parley.domain.conversation.Conversation.Span;
import dev.parley.domain.conversation.Message;
import dev.parley.domain.conversation.Participants;
import dev.parley.domain.conversation.Place;
import dev.parley.domain.event.ConversationEvents;
import dev.parley.domain.receipt.ReadReceipt;
import dev.parley.domain.user.User;
import dev.parley.domain.user.UserId;
import dev.parley.domain.user.Username;
import java.time.Clock;
import java.util.Optional;
import java.util.Set;

/** Checks a snapshot first and takes the locks only if there are messages to mark as read. */
public final class MarkReadService implements MarkReadUseCase {

    private final UnitOfWork unitOfWork;
    private final Users users;
    private final UserLocks locks;
    private final Conversations conversations;
    private final Messages messages;
    private final ReadReceipts receipts;
    private final UserEvents events;
    private final Clock clock;

    public MarkReadService(
            UnitOfWork unitOfWork,
            Users users,
            UserLocks locks,
            Conversations conversations,
            Messages messages,
            ReadReceipts receipts,
            UserEvents events,
            Clock clock) {
        this.unitOfWork = unitOfWork;
        this.users = users;
        this.locks = locks;
        this.conversations = conversations;
        this.messages = messages;
        this.receipts = receipts;
        this.events = events;
        this.clock = clock;
    }

    @Override
    public Result markRead(Command command) {
        return Username.parse(command.peer())
                .flatMap(users::find)
                .map(peer -> markRead(command, peer))
                .orElseGet(Result.NoSuchUser::new);
    }

    private Result markRead(Command command, User peer) {
        Participants pair = Participants.of(command.reader(), peer.id());
        return unitOfWork
                .snapshot(() -> resultIfNothingIsNew(command, pair, peer.isErased()))
                .orElseGet(() -> unitOfWork.execute(() -> readUpTo(command, pair)));
    }

    private Optional<Result> resultIfNothingIsNew(Command command, Participants pair, boolean isPeerErased) {
        Optional<Place> upTo = placeOf(command, pair);
        if (upTo.isEmpty()) {
            return Optional.of(new Result.NoSuchMessage());
        }
        Conversation conversation = conversations.find(pair).orElseThrow();
        return conversation.unreadUpTo(command.reader(), upTo.get()).isPresent()
                ? Optional.empty()
                : Optional.of(marked(false, conversation, command.reader(), isPeerErased));
    }

    private Optional<Place> placeOf(Command command, Participants pair) {
        return messages.find(command.upTo())
                .filter(message -> message.isShownTo(command.reader()))
                .filter(message ->
                        Participants.of(message.sender(), message.receiver()).equals(pair))
                .map(Message::place);
    }

    private Result readUpTo(Command command, Participants pair) {
        UserId reader = command.reader();
        Set<UserId> erased = locks.lock(pair.lower(), pair.higher());
        boolean isPeerErased = erased.contains(pair.peerOf(reader));
        Conversation conversation = conversations.find(pair).orElseThrow();
        if (erased.contains(reader)) {
            return marked(false, conversation, reader, isPeerErased); // the reader was erased concurrently
        }
        Optional<ReadResult> reading = placeOf(command, pair) // present again: visible messages stay visible
                .flatMap(upTo -> conversation.unreadUpTo(reader, upTo))
                .flatMap(places -> read(conversation, reader, places));
        reading.ifPresent(read -> store(read, reader, isPeerErased));
        return marked(
                reading.isPresent(), reading.map(ReadResult::conversation).orElse(conversation), reader, isPeerErased);
    }

    private Optional<ReadResult> read(Conversation conversation, UserId reader, Span places) {
        return messages.findReceived(conversation.id(), reader, places)
                .map(received -> conversation.read(reader, places, received, clock.instant()));
    }

    private void store(ReadResult reading, UserId reader, boolean isPeerErased) {
        conversations.store(reading.conversation());
        receipts.add(new ReadReceipt(reading.conversation().id(), reader, reading.upTo(), reading.readAt()));
        events.append(ConversationEvents.ofReading(reader, reading, isPeerErased));
    }

    private Result marked(boolean changed, Conversation conversation, UserId reader, boolean isPeerErased) {
        long upTo = conversation.of(reader).readUpTo();
        return new Result.Marked(
                changed,
                messages.find(conversation.id(), upTo).map(Message::id),
                conversation.of(reader).unreadFrom(isPeerErased));
    }
}
