package dev.parley.domain.conversation;

import static org.assertj.core.api.Assertions.assertThat;

import dev.parley.domain.conversation.Conversation.Release;
import dev.parley.domain.event.Change;
import dev.parley.domain.event.EventDraft;
import dev.parley.domain.receipt.ReadReceipt;
import dev.parley.domain.testkit.Property;
import dev.parley.domain.user.UserId;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Random;
import java.util.stream.LongStream;
import org.junit.jupiter.api.Test;

/** Whatever happens in a conversation, its counts, places and times equal those of a model that looks at everything. */
final class ConversationPropertyTest {

    private static final int CASES = 300;
    private static final int STEPS = 80;

    @Test
    void aConversationOfTwoCountsAsTheModelDoes() {
        Property.holds(CASES, random -> new Run(random, ConversationFixture.ANNA, ConversationFixture.BO).check());
    }

    @Test
    void aConversationWithOneselfCountsAsTheModelDoes() {
        Property.holds(CASES, random -> new Run(random, ConversationFixture.ANNA, ConversationFixture.ANNA).check());
    }

    /** One random course of events, taken by both. */
    private static final class Run {

        private final Random random;
        private final UserId one;
        private final UserId other;
        private final ConversationFixture talk;
        private final NaiveTalk model = new NaiveTalk();
        private final List<Instant> times = new ArrayList<>();
        private Instant clock = ConversationFixture.NOW;

        private Run(Random random, UserId one, UserId other) {
            this.random = random;
            this.one = one;
            this.other = other;
            this.talk = new ConversationFixture(one, other);
        }

        private void check() {
            for (int i = 0; i < STEPS; i++) {
                moveClock();
                takeAStep();
                assertThat(talk.head().latestAt()).isEqualTo(times.isEmpty() ? Instant.EPOCH : times.getLast());
                assertCountsEqual();
                assertEachIsShownTheNewest();
                assertEventsNameWhatIsShown();
                assertWhoeverFollowsKnowsWhatIsUnread();
            }
            assertPlacesAreDense();
            assertThat(talk.messages().stream().map(talk::firstReadOf).toList()).isEqualTo(model.readTimes());
        }

        /** Still, on, far on, or back; with nanoseconds that no store keeps. */
        private void moveClock() {
            clock = switch (random.nextInt(5)) {
                case 0 -> clock;
                case 1 -> clock.plus(random.nextInt(3), ChronoUnit.MICROS);
                case 2 -> clock.plusNanos(random.nextInt(5_000_000));
                case 3 -> clock.plusSeconds(random.nextInt(100_000));
                default -> clock.minusSeconds(random.nextInt(100_000));
            };
        }

        private void takeAStep() {
            UserId actor = random.nextBoolean() ? one : other;
            UserId peer = actor.equals(one) ? other : one;
            switch (random.nextInt(12)) {
                case 0 -> readEverything(actor);
                case 1, 2 ->
                    readUpTo(actor, new Place(1 + random.nextInt(talk.messages().size() + 3)));
                case 3 -> block(actor);
                case 4 -> unblock(actor);
                default -> send(actor, peer);
            }
        }

        private void send(UserId sender, UserId receiver) {
            Message message = talk.send(sender, receiver, clock);
            assertThat(message.isHeld()).isEqualTo(model.send(sender, receiver, message.sentAt()));
            assertTimeRises(message.sentAt());
        }

        private void readEverything(UserId reader) {
            assertReadingEquals(reader, Long.MAX_VALUE, talk.read(reader, clock));
            assertThat(talk.head().of(reader).unread()).isEqualTo(one.equals(other) ? model.heldFrom(reader) : 0);
        }

        private void readUpTo(UserId reader, Place upTo) {
            assertReadingEquals(reader, upTo.value(), talk.read(reader, upTo, clock));
        }

        private void assertReadingEquals(UserId reader, long upTo, Optional<ReadReceipt> receipt) {
            long before = model.readUpTo(reader);
            Instant at = receipt.map(ReadReceipt::readAt).orElse(clock);
            assertThat(receipt.isPresent()).isEqualTo(model.read(reader, upTo, at));
            receipt.ifPresent(reading -> {
                assertTimeRises(reading.readAt());
                assertThat(reading.upTo()).isEqualTo(new Place(model.readUpTo(reader)));
                assertThat(reading.upTo().value()).isGreaterThan(before);
                assertThat(talk.at(reading.upTo())).matches(reading::covers);
            });
        }

        /** What an event names is joined to it and told to its user: none may name what they are not shown. */
        private void assertEventsNameWhatIsShown() {
            for (UserId user : List.of(one, other)) {
                assertThat(talk.eventsOf(user))
                        .allMatch(event -> placeIn(event.change())
                                .map(talk::at)
                                .filter(message -> message.isShownTo(user))
                                .isPresent());
            }
        }

        /** The rule of docs/app/events.md: what a reading leaves, and one for each message from the peer after it. */
        private void assertWhoeverFollowsKnowsWhatIsUnread() {
            for (UserId user : List.of(one, other)) {
                long unread = 0;
                for (EventDraft event : talk.eventsOf(user)) {
                    unread = unreadAfter(event.change(), unread);
                }
                assertThat(unread).isEqualTo(talk.head().of(user).unread());
            }
        }

        private long unreadAfter(Change change, long before) {
            return switch (change) {
                case Change.MessageCreated created -> before + (isFrom(created.peer(), created.place()) ? 1 : 0);
                case Change.MessageReleased released -> before + (isFrom(released.peer(), released.place()) ? 1 : 0);
                case Change.ConversationRead read -> read.unread();
                default -> before;
            };
        }

        private boolean isFrom(UserId peer, Place place) {
            return talk.at(place).sender().equals(peer);
        }

        private static Optional<Place> placeIn(Change change) {
            return switch (change) {
                case Change.MessageCreated created -> Optional.of(created.place());
                case Change.MessageReleased released -> Optional.of(released.place());
                case Change.ReceiptRead read -> Optional.of(read.upTo());
                case Change.ConversationRead read -> Optional.of(read.upTo());
                case Change.BlockCreated block -> Optional.empty();
                case Change.BlockRemoved block -> Optional.empty();
                case Change.SessionRevoked session -> Optional.empty();
                case Change.UserErased erased -> Optional.empty();
            };
        }

        private void block(UserId blocker) {
            talk.block(blocker);
            model.block(blocker);
        }

        private void unblock(UserId blocker) {
            Optional<Release> release = talk.unblock(blocker, clock);
            List<Long> places = model.unblock(blocker);
            assertThat(release.isPresent()).isEqualTo(!places.isEmpty());
            release.ifPresent(done -> {
                assertTimeRises(done.visibleAt());
                assertThat(done.released())
                        .extracting(message -> message.place().value())
                        .containsExactlyElementsOf(places);
                assertThat(places)
                        .extracting(place -> talk.messages().get((int) (place - 1)))
                        .allMatch(Message::isReleased);
            });
        }

        private void assertTimeRises(Instant at) {
            Instant now = clock.truncatedTo(ChronoUnit.MICROS);
            Instant earliest = times.isEmpty() ? now : times.getLast().plus(1, ChronoUnit.MICROS);
            assertThat(at).isEqualTo(now.isAfter(earliest) ? now : earliest);
            times.add(at);
        }

        private void assertCountsEqual() {
            Conversation head = talk.head();
            assertThat(head.lastPlace()).isEqualTo(talk.messages().size());
            assertThat(head.visibleCount()).isEqualTo(model.visible());
            assertThat(head.holdsNothing()).isEqualTo(model.heldFrom(one) + model.heldFrom(other) == 0);
            for (UserId user : List.of(one, other)) {
                assertThat(head.of(user))
                        .isEqualTo(new ReceiverState(
                                model.unreadBy(user),
                                model.heldFrom(user),
                                model.firstHeldFrom(user),
                                model.readUpTo(user)));
                assertThat(head.of(user).unread())
                        .isEqualTo(model.shownToBeyond(user, head.of(user).readUpTo()));
            }
        }

        private void assertEachIsShownTheNewest() {
            for (UserId user : List.of(one, other)) {
                assertThat(talk.head().newestVisibleTo(user))
                        .isEqualTo(model.newestVisibleTo(user))
                        .isEqualTo(newestOf(user));
            }
        }

        private NewestVisible newestOf(UserId viewer) {
            List<Message> shown = talk.newestVisibleTo(viewer);
            return shown.isEmpty()
                    ? NewestVisible.NOTHING
                    : new NewestVisible(
                            shown.getLast().place().value(), shown.getLast().sentAt());
        }

        private void assertPlacesAreDense() {
            assertThat(talk.messages())
                    .extracting(message -> message.place().value())
                    .containsExactlyElementsOf(
                            LongStream.rangeClosed(1, talk.messages().size())
                                    .boxed()
                                    .toList());
        }
    }
}
