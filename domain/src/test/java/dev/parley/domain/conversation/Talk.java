package dev.parley.domain.conversation;

import dev.parley.domain.receipt.ReadReceipt;
import dev.parley.domain.receipt.ReadTimes;
import dev.parley.domain.shared.Origin;
import dev.parley.domain.user.UserId;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** A conversation with the messages and readings that a store would keep for it. */
final class Talk {

    static final Instant NOW = Instant.parse("2026-11-22T10:15:30.123456Z");
    static final UserId ANNA = new UserId(1);
    static final UserId BO = new UserId(2);

    private final List<Message> messages = new ArrayList<>();
    private final List<ReadReceipt> receipts = new ArrayList<>();
    private Conversation head;

    Talk(UserId one, UserId other) {
        head = Conversation.begin(new ConversationId(7), Participants.of(one, other));
    }

    static Talk betweenAnnaAndBo() {
        return new Talk(ANNA, BO);
    }

    Message send(UserId sender, UserId receiver, Instant now) {
        return append(sender, receiver, now, false);
    }

    Message hold(UserId sender, UserId receiver, Instant now) {
        return append(sender, receiver, now, true);
    }

    private Message append(UserId sender, UserId receiver, Instant now, boolean blocked) {
        MessageDraft draft = new MessageDraft(sender, receiver, new MessageContent("hello"), now, Origin.operator());
        Conversation.Appended appended = head.append(new MessageId(messages.size() + 100L), draft, blocked);
        head = appended.conversation();
        messages.add(appended.message());
        return appended.message();
    }

    Optional<ReadReceipt> read(UserId reader, Instant now) {
        return head.read(reader, now).map(reading -> {
            head = reading.conversation();
            ReadReceipt receipt = new ReadReceipt(head.id(), reader, reading.upTo(), reading.readAt());
            receipts.add(receipt);
            return receipt;
        });
    }

    Optional<Conversation.Release> release(UserId receiver, Instant now) {
        Optional<Conversation.Release> release = head.release(receiver, now);
        release.ifPresent(done -> {
            head = done.conversation();
            messages.replaceAll(message -> message.receiver().equals(receiver) && message.isHeld()
                    ? visibleAt(message, done.visibleAt())
                    : message);
        });
        return release;
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

    List<Message> messages() {
        return messages;
    }

    /** Newest first, as a history shows them. */
    List<Message> visible() {
        return messages.stream().filter(message -> !message.isHeld()).toList().reversed();
    }

    Optional<Instant> firstReadOf(Message message) {
        return new ReadTimes(receipts).firstReadOf(message);
    }
}
