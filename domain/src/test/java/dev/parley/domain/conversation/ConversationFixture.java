package dev.parley.domain.conversation;

import dev.parley.domain.conversation.Conversation.Appended;
import dev.parley.domain.conversation.Conversation.ReadResult;
import dev.parley.domain.conversation.Conversation.Release;
import dev.parley.domain.conversation.Conversation.Span;
import dev.parley.domain.event.ConversationEvents;
import dev.parley.domain.event.EventDraft;
import dev.parley.domain.receipt.ReadReceipt;
import dev.parley.domain.receipt.ReadTimes;
import dev.parley.domain.shared.Origin;
import dev.parley.domain.user.UserId;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/** A conversation with the messages, readings, blocks and events that a store would keep for it. */
final class ConversationFixture {

    static final Instant NOW = Instant.parse("2026-11-22T10:15:30.123456Z");
    static final UserId ANNA = new UserId(1);
    static final UserId BO = new UserId(2);

    private final List<Message> messages = new ArrayList<>();
    private final List<ReadReceipt> receipts = new ArrayList<>();
    private final List<EventDraft> events = new ArrayList<>();
    private final Set<UserId> blockers = new HashSet<>();
    private Conversation head;

    ConversationFixture(UserId one, UserId other) {
        head = Conversation.begin(new ConversationId(7), Participants.of(one, other));
    }

    static ConversationFixture betweenAnnaAndBo() {
        return new ConversationFixture(ANNA, BO);
    }

    Message send(UserId sender, UserId receiver, Instant now) {
        MessageDraft draft = new MessageDraft(sender, receiver, new MessageContent("hello"), now, Origin.operator());
        Appended appended = head.append(new MessageId(messages.size() + 100L), draft, blockers.contains(receiver));
        head = appended.conversation();
        messages.add(appended.message());
        events.addAll(ConversationEvents.ofSending(appended.message()));
        return appended.message();
    }

    /** Reads everything. */
    Optional<ReadReceipt> read(UserId reader, Instant now) {
        return read(reader, new Place(Long.MAX_VALUE), now);
    }

    Optional<ReadReceipt> read(UserId reader, Place upTo, Instant now) {
        return head.unreadUpTo(reader, upTo)
                .flatMap(places -> received(reader, places).map(received -> head.read(reader, places, received, now)))
                .map(reading -> keep(reader, reading));
    }

    private Optional<Received> received(UserId receiver, Span places) {
        List<Place> received = messages.stream()
                .filter(message -> message.receiver().equals(receiver))
                .map(Message::place)
                .filter(place -> place.compareTo(places.oldest()) >= 0)
                .filter(place -> place.compareTo(places.newest()) <= 0)
                .toList();
        return received.isEmpty() ? Optional.empty() : Optional.of(new Received(received.size(), received.getLast()));
    }

    private ReadReceipt keep(UserId reader, ReadResult reading) {
        head = reading.conversation();
        ReadReceipt receipt = new ReadReceipt(head.id(), reader, reading.upTo(), reading.readAt());
        receipts.add(receipt);
        events.addAll(ConversationEvents.ofReading(reader, reading, false));
        return receipt;
    }

    /** From now on messages to the blocker are held. */
    void block(UserId blocker) {
        blockers.add(blocker);
    }

    /** Lifts the block, if there is one, and releases what it held. */
    Optional<Release> unblock(UserId blocker, Instant now) {
        blockers.remove(blocker);
        Optional<Release> release = head.release(blocker, heldFrom(blocker), now);
        release.ifPresent(done -> {
            head = done.conversation();
            messages.replaceAll(
                    message -> isHeldFrom(blocker, message) ? visibleAt(message, done.visibleAt()) : message);
            events.addAll(ConversationEvents.ofRelease(blocker, done));
        });
        return release;
    }

    private List<HeldMessage> heldFrom(UserId receiver) {
        return messages.stream()
                .filter(message -> isHeldFrom(receiver, message))
                .map(message -> new HeldMessage(message.place(), message.sentAt()))
                .toList();
    }

    private static boolean isHeldFrom(UserId receiver, Message message) {
        return message.isHeld() && message.receiver().equals(receiver);
    }

    static Message visibleAt(Message held, Instant at) {
        return new Message(
                held.id(),
                held.conversation(),
                held.place(),
                held.sender(),
                held.receiver(),
                held.content(),
                held.sentAt(),
                Optional.of(at));
    }

    Conversation head() {
        return head;
    }

    Message at(Place place) {
        return messages.get(Math.toIntExact(place.value()) - 1);
    }

    List<Message> messages() {
        return messages;
    }

    /** Newest first, as a history shows them. */
    List<Message> visible() {
        return messages.stream().filter(message -> !message.isHeld()).toList().reversed();
    }

    /** Oldest first. */
    List<Message> newestVisibleTo(UserId viewer) {
        return messages.stream().filter(message -> message.isShownTo(viewer)).toList();
    }

    List<EventDraft> eventsOf(UserId user) {
        return events.stream().filter(event -> event.user().equals(user)).toList();
    }

    ReadTimes readTimes() {
        return new ReadTimes(receipts);
    }

    Optional<Instant> firstReadOf(Message message) {
        return readTimes().firstReadOf(message);
    }
}
