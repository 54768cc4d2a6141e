package dev.parley.adapters.persistence.conversation;

import dev.parley.application.port.out.event.EventPages;
import dev.parley.application.testkit.contract.Stores;
import dev.parley.domain.block.Block;
import dev.parley.domain.conversation.Conversation;
import dev.parley.domain.conversation.Conversation.Release;
import dev.parley.domain.conversation.Message;
import dev.parley.domain.conversation.Participants;
import dev.parley.domain.conversation.Place;
import dev.parley.domain.conversation.SendResult;
import dev.parley.domain.event.ConversationEvents;
import dev.parley.domain.receipt.ReadReceipt;
import dev.parley.domain.user.PasswordHash;
import dev.parley.domain.user.User;
import dev.parley.domain.user.UserId;
import dev.parley.domain.user.Username;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.function.Supplier;
import java.util.stream.IntStream;
import java.util.stream.Stream;

/** A few users of some stores, and a text of everything they see. The text has no ids, so it is equal for all stores. */
record Chatters(Stores stores, List<UserId> users) {

    static final int COUNT = 4;

    static Chatters registeredIn(Stores stores) {
        return new Chatters(
                stores,
                IntStream.range(0, COUNT)
                        .mapToObj(i -> stores.users()
                                .register(new Username("user" + i), new PasswordHash("$fake$"), Instant.EPOCH)
                                .map(User::id)
                                .orElseThrow())
                        .toList());
    }

    void block(int blocker, int blocked, Instant now) {
        locked(blocker, blocked, () -> stores.blocks().add(new Block(users.get(blocker), users.get(blocked), now)));
    }

    void unblock(int blocker, int blocked, Instant now) {
        UserId receiver = users.get(blocker);
        locked(blocker, blocked, () -> {
            stores.blocks().remove(receiver, users.get(blocked));
            return between(blocker, blocked)
                    .flatMap(found -> found.release(receiver, stores.messages().listHeld(found.id(), receiver), now))
                    .map(release -> letThrough(release, receiver));
        });
    }

    private long letThrough(Release release, UserId receiver) {
        stores.conversations().store(release.conversation());
        stores.events().append(ConversationEvents.ofRelease(receiver, release));
        return stores.messages().release(release.conversation().id(), receiver, release.visibleAt());
    }

    void read(int reader, int peer, Instant now) {
        locked(
                reader,
                peer,
                () -> between(reader, peer)
                        .flatMap(found -> readAll(found, users.get(reader), now))
                        .map(reading -> store(reading, users.get(reader))));
    }

    private Optional<Conversation.ReadResult> readAll(Conversation conversation, UserId reader, Instant now) {
        return conversation
                .unreadUpTo(reader, new Place(conversation.lastPlace()))
                .flatMap(places -> stores.messages()
                        .findReceived(conversation.id(), reader, places)
                        .map(received -> conversation.read(reader, places, received, now)));
    }

    private ReadReceipt store(Conversation.ReadResult reading, UserId reader) {
        ReadReceipt receipt = new ReadReceipt(reading.conversation().id(), reader, reading.upTo(), reading.readAt());
        stores.conversations().store(reading.conversation());
        stores.receipts().add(receipt);
        stores.events().append(ConversationEvents.ofReading(reader, reading, false));
        return receipt;
    }

    void erase(int user) {
        locked(user, user, () -> {
            stores.users().erase(users.get(user));
            return user;
        });
    }

    void forgetKeysOf(int user) {
        locked(user, user, () -> {
            stores.messages().forgetKeys(users.get(user));
            return user;
        });
    }

    private <T> void locked(int one, int other, Supplier<T> work) {
        Object unused = stores.unitOfWork().<Object>execute(() -> {
            stores.locks().lock(users.get(one), users.get(other));
            return work.get();
        });
    }

    private Optional<Conversation> between(int one, int other) {
        return stores.conversations().find(Participants.of(users.get(one), users.get(other)));
    }

    List<String> seen(List<SendResult> outcomes) {
        return outcomes.stream()
                .map(outcome -> outcome instanceof SendResult.Sent(Message message, boolean replayed)
                        ? picture(message) + (replayed ? " again" : "")
                        : outcome.toString())
                .toList();
    }

    /** All conversations and all events. */
    List<String> picture() {
        return Stream.concat(
                        IntStream.range(0, COUNT * COUNT)
                                .filter(pair -> pair / COUNT <= pair % COUNT)
                                .mapToObj(pair -> between(pair / COUNT, pair % COUNT)
                                        .map(found -> pair + " " + picture(found))
                                        .orElse(pair + " have none")),
                        users.stream().flatMap(this::events))
                .toList();
    }

    private String picture(Conversation found) {
        return "%d %s %s %s".formatted(found.lastPlace(), found.lower(), found.higher(), found.latestAt());
    }

    private Stream<String> events(UserId user) {
        return stores.entriesAfter(user, 0, EventPages.MAX_PAGE).stream()
                .map(entry -> "%d: %d %s %s %s"
                        .formatted(
                                users.indexOf(user),
                                entry.event().seq(),
                                entry.event().change().getClass().getSimpleName(),
                                entry.event().at(),
                                entry.message().map(this::picture)));
    }

    private String picture(Message message) {
        return "%s from %d to %d at %s: %s, %s, %s"
                .formatted(
                        message.place(),
                        users.indexOf(message.sender()),
                        users.indexOf(message.receiver()),
                        message.sentAt(),
                        message.content().map(content -> content.value()),
                        message.visibleAt(),
                        message.isHeld());
    }
}
