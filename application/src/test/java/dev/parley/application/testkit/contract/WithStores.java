package dev.parley.application.testkit.contract;

import dev.parley.application.port.out.activity.ActivityOutbox;
import dev.parley.application.port.out.event.EventPages;
import dev.parley.domain.activity.Activity;
import dev.parley.domain.activity.RecordedActivity;
import dev.parley.domain.block.Block;
import dev.parley.domain.conversation.Conversation;
import dev.parley.domain.conversation.Conversation.ReadResult;
import dev.parley.domain.conversation.HistorySlice;
import dev.parley.domain.conversation.Message;
import dev.parley.domain.conversation.MessageContent;
import dev.parley.domain.conversation.MessageDraft;
import dev.parley.domain.conversation.Participants;
import dev.parley.domain.conversation.Place;
import dev.parley.domain.conversation.SendResult;
import dev.parley.domain.event.Change;
import dev.parley.domain.event.EventDraft;
import dev.parley.domain.event.UserEvent;
import dev.parley.domain.receipt.ReadReceipt;
import dev.parley.domain.shared.Origin;
import dev.parley.domain.shared.SessionId;
import dev.parley.domain.user.PasswordHash;
import dev.parley.domain.user.User;
import dev.parley.domain.user.UserId;
import dev.parley.domain.user.Username;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeEach;

/** New, empty stores for each test, and steps that many contracts share. */
public abstract class WithStores {

    /** With microseconds, the precision of all stores. */
    protected static final Instant NOW = Instant.parse("2026-11-22T10:15:30.123456Z");

    protected static final PasswordHash HASH = new PasswordHash("$fake$1$secret");

    /** An origin with all fields. */
    protected static final Origin ORIGIN = new Origin(
            Optional.of("2001:db8::17"), Optional.of("Parley/1.0 (\"quoted\"; \\ 🙂)"), Optional.of(new SessionId(77)));

    protected Stores stores;

    /** Fresh, empty stores; called once before each test. */
    protected abstract Stores openStores();

    @BeforeEach
    protected void open() {
        stores = openStores();
    }

    protected final UserId registered(String name) {
        return stores.users()
                .register(new Username(name), HASH, NOW)
                .map(User::id)
                .orElseThrow();
    }

    /** Runs a unit of work without result. */
    protected final void inUnitOfWork(Runnable work) {
        Object done = stores.unitOfWork().execute(() -> {
            work.run();
            return NOW;
        });
        if (!done.equals(NOW)) {
            throw new AssertionError("a unit of work gives what its work gives");
        }
    }

    /** Runs a unit of work and rolls it back. */
    protected final void undone(Runnable work) {
        Undo undo = new Undo();
        try {
            inUnitOfWork(() -> {
                work.run();
                throw undo;
            });
        } catch (Undo thrown) {
            if (thrown != undo) {
                throw thrown;
            }
        }
    }

    protected static MessageDraft draft(UserId sender, UserId receiver, String text, Instant writtenAt) {
        return new MessageDraft(sender, receiver, new MessageContent(text), writtenAt, ORIGIN);
    }

    protected final Message send(UserId sender, UserId receiver, String text, Instant writtenAt) {
        return sent(stores.sending().send(draft(sender, receiver, text, writtenAt)));
    }

    /** The message that was stored. */
    protected static Message sent(SendResult outcome) {
        if (outcome instanceof SendResult.Sent(Message message, boolean replayed) && !replayed) {
            return message;
        }
        throw new AssertionError("nothing was sent: " + outcome);
    }

    protected final Message send(UserId sender, UserId receiver, String text) {
        return send(sender, receiver, text, NOW);
    }

    protected final Optional<Conversation> conversation(UserId one, UserId other) {
        return stores.conversations().find(Participants.of(one, other));
    }

    /** All visible messages between the two, newest first. */
    protected final List<Message> visible(UserId one, UserId other) {
        return conversation(one, other)
                .map(found -> stores.messages().listVisible(found.id(), new HistorySlice.Visible(0, Integer.MAX_VALUE)))
                .orElseGet(List::of);
    }

    /** Blocks under the locks of both users. */
    protected final boolean block(UserId blocker, UserId blocked) {
        return stores.unitOfWork().execute(() -> {
            stores.locks().lock(blocker, blocked);
            return stores.blocks().add(new Block(blocker, blocked, NOW));
        });
    }

    /** Removes a block and releases the held messages; returns their number. */
    protected final long unblock(UserId blocker, UserId blocked, Instant now) {
        return stores.unitOfWork().execute(() -> {
            stores.locks().lock(blocker, blocked);
            stores.blocks().remove(blocker, blocked);
            return conversation(blocker, blocked)
                    .flatMap(found -> found.release(blocker, stores.messages().listHeld(found.id(), blocker), now))
                    .map(release -> letThrough(release, blocker))
                    .orElse(0L);
        });
    }

    private long letThrough(Conversation.Release release, UserId receiver) {
        stores.conversations().store(release.conversation());
        return stores.messages().release(release.conversation().id(), receiver, release.visibleAt());
    }

    /** Appends under the locks of all affected users, in a separate unit of work. */
    protected final void append(EventDraft... drafts) {
        inUnitOfWork(() -> {
            Stream.of(drafts)
                    .map(EventDraft::user)
                    .distinct()
                    .sorted()
                    .forEach(user -> stores.locks().lock(user, user));
            stores.events().append(List.of(drafts));
        });
    }

    /** The first page of the user's retained events. */
    protected final List<UserEvent> eventsOf(UserId user) {
        return stores.entriesAfter(user, 0, EventPages.MAX_PAGE).stream()
                .map(EventPages.EventEntry::event)
                .toList();
    }

    /** The changes for the user, oldest first. */
    protected final List<Change> changesOf(UserId user) {
        return eventsOf(user).stream().map(UserEvent::change).toList();
    }

    /** Marks all visible messages as read, under the locks of both; empty if none is new. */
    protected final Optional<ReadReceipt> read(UserId reader, UserId peer, Instant now) {
        return stores.unitOfWork().execute(() -> {
            stores.locks().lock(reader, peer);
            return conversation(reader, peer)
                    .flatMap(found -> reading(found, reader, now))
                    .map(reading -> receipt(reading, reader));
        });
    }

    /** The read of all visible messages, not stored; empty if none is new. */
    protected final Optional<ReadResult> reading(Conversation conversation, UserId reader, Instant now) {
        return conversation
                .unreadUpTo(reader, new Place(conversation.lastPlace()))
                .flatMap(places -> stores.messages()
                        .findReceived(conversation.id(), reader, places)
                        .map(received -> conversation.read(reader, places, received, now)));
    }

    private ReadReceipt receipt(ReadResult reading, UserId reader) {
        ReadReceipt receipt = new ReadReceipt(reading.conversation().id(), reader, reading.upTo(), reading.readAt());
        stores.conversations().store(reading.conversation());
        stores.receipts().add(receipt);
        return receipt;
    }

    protected final void record(Activity activity) {
        inUnitOfWork(() -> stores.outbox().record(activity));
    }

    protected final List<RecordedActivity> waiting() {
        return stores.outbox().oldest(ActivityOutbox.MAX_BATCH);
    }

    private static final class Undo extends RuntimeException {
        private static final long serialVersionUID = 1L;
    }
}
