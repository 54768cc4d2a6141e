package dev.parley.domain.conversation;

import static org.assertj.core.api.Assertions.assertThat;

import dev.parley.domain.receipt.ReadReceipt;
import dev.parley.domain.testkit.Property;
import dev.parley.domain.user.UserId;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Random;
import java.util.stream.LongStream;
import org.junit.jupiter.api.Test;

/** Whatever happens in a conversation, its counts, places and times equal those of a model that looks at everything. */
final class ConversationPropertyTest {

    private static final int CASES = 300;
    private static final int STEPS = 60;

    @Test
    void aConversationOfTwoCountsAsTheModelDoes() {
        Property.holds(CASES, random -> new Run(random, Talk.ANNA, Talk.BO).check());
    }

    @Test
    void aConversationWithOneselfCountsAsTheModelDoes() {
        Property.holds(CASES, random -> new Run(random, Talk.ANNA, Talk.ANNA).check());
    }

    /** One random course of events, taken by both. */
    private static final class Run {

        private final Random random;
        private final UserId one;
        private final UserId other;
        private final Talk talk;
        private final NaiveTalk model = new NaiveTalk();
        private final List<Instant> times = new ArrayList<>();
        private final Map<UserId, Long> readUpTo = new HashMap<>();
        private Instant clock = Talk.NOW;

        private Run(Random random, UserId one, UserId other) {
            this.random = random;
            this.one = one;
            this.other = other;
            this.talk = new Talk(one, other);
        }

        private void check() {
            for (int i = 0; i < STEPS; i++) {
                moveClock();
                takeAStep();
                assertCountsEqual();
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
            UserId sender = random.nextBoolean() ? one : other;
            UserId receiver = sender.equals(one) ? other : one;
            switch (random.nextInt(6)) {
                case 0 -> read(receiver);
                case 1 -> release(receiver);
                default -> send(sender, receiver, random.nextInt(3) == 0);
            }
        }

        private void send(UserId sender, UserId receiver, boolean held) {
            Message message = held ? talk.hold(sender, receiver, clock) : talk.send(sender, receiver, clock);
            model.send(receiver, held);
            assertTimeRises(message.sentAt());
        }

        private void read(UserId reader) {
            Optional<ReadReceipt> receipt = talk.read(reader, clock);
            assertThat(receipt.isPresent()).isEqualTo(model.unreadBy(reader) > 0);
            receipt.ifPresent(reading -> {
                assertTimeRises(reading.readAt());
                model.read(reader, reading.readAt());
                assertThat(reading.upTo().value()).isEqualTo(talk.messages().size());
                readUpTo.put(reader, reading.upTo().value());
            });
        }

        private void release(UserId receiver) {
            Optional<Conversation.Release> release = talk.release(receiver, clock);
            assertThat(release.map(Conversation.Release::count).orElse(0L)).isEqualTo(model.release(receiver));
            release.ifPresent(done -> assertTimeRises(done.visibleAt()));
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
                assertThat(head.of(user).unread()).isEqualTo(model.unreadBy(user));
                assertThat(head.of(user).held()).isEqualTo(model.heldFrom(user));
                assertThat(head.of(user).readUpTo()).isEqualTo(readUpTo.getOrDefault(user, 0L));
            }
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
