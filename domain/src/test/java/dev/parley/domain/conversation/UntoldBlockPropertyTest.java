package dev.parley.domain.conversation;

import static dev.parley.domain.conversation.ConversationFixture.ANNA;
import static dev.parley.domain.conversation.ConversationFixture.BO;
import static org.assertj.core.api.Assertions.assertThat;

import dev.parley.domain.event.Change;
import dev.parley.domain.event.ConversationEvents;
import dev.parley.domain.event.EventDraft;
import dev.parley.domain.receipt.DeliveryReport;
import dev.parley.domain.testkit.Property;
import dev.parley.domain.user.UserId;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.Optional;
import java.util.Random;
import java.util.function.Consumer;
import org.junit.jupiter.api.Test;

/** Nothing that a sender sees depends on whether the receiver blocks the sender; messages only seem to be read late. */
final class UntoldBlockPropertyTest {

    private static final int CASES = 300;
    private static final int STEPS = 80;

    @Test
    void senderSeesTheSameWithAndWithoutABlock() {
        Property.holds(CASES, random -> new TwoWorlds(random).check());
    }

    @Test
    void receiptsSeenByTheSenderAgreeWithReadTimes() {
        Property.holds(CASES, random -> {
            ConversationFixture talk = mutuallyBlocking(random);

            for (Message message : talk.messages()) {
                assertThat(toldReadTime(talk, message)).isEqualTo(reportedReadTime(talk, message));
            }
        });
    }

    private static ConversationFixture mutuallyBlocking(Random random) {
        ConversationFixture talk = ConversationFixture.betweenAnnaAndBo();
        Instant clock = ConversationFixture.NOW;
        for (int i = 0; i < STEPS; i++) {
            clock = clock.plus(random.nextInt(3), ChronoUnit.MICROS);
            UserId actor = random.nextBoolean() ? ANNA : BO;
            switch (random.nextInt(8)) {
                case 0 -> talk.block(actor);
                case 1 -> talk.unblock(actor, clock);
                case 2 -> talk.read(actor, clock);
                case 3 -> talk.read(actor, anyPlace(random, talk), clock);
                default -> talk.send(actor, actor.equals(ANNA) ? BO : ANNA, clock);
            }
        }
        return talk;
    }

    private static Place anyPlace(Random random, ConversationFixture talk) {
        return new Place(1 + random.nextInt(talk.messages().size() + 1));
    }

    /** As a device would work it out that has nothing but its events. */
    private static Optional<Instant> toldReadTime(ConversationFixture talk, Message message) {
        return talk.eventsOf(message.sender()).stream()
                .map(EventDraft::change)
                .filter(Change.ReceiptRead.class::isInstance)
                .map(Change.ReceiptRead.class::cast)
                .filter(read -> read.upTo().compareTo(message.place()) >= 0)
                .map(Change.ReceiptRead::readAt)
                .findFirst();
    }

    private static Optional<Instant> reportedReadTime(ConversationFixture talk, Message message) {
        return DeliveryReport.of(message, message.sender(), talk.readTimes()).readAt();
    }

    /** The same course of events twice; in one world Bo blocks Anna now and then, in the other he never does. */
    private static final class TwoWorlds {

        private final Random random;
        private final ConversationFixture blocking = ConversationFixture.betweenAnnaAndBo();
        private final ConversationFixture peaceful = ConversationFixture.betweenAnnaAndBo();
        private Instant clock = ConversationFixture.NOW;

        private TwoWorlds(Random random) {
            this.random = random;
        }

        private void check() {
            for (int i = 0; i < STEPS; i++) {
                clock = clock.plus(1 + random.nextInt(1000), ChronoUnit.MICROS);
                takeAStep();
                assertThat(blocking.head().newestVisibleTo(ANNA))
                        .isEqualTo(peaceful.head().newestVisibleTo(ANNA));
                assertThat(blocking.head().of(ANNA)).isEqualTo(peaceful.head().of(ANNA));
            }
            assertThat(untilRead(blocking)).isEqualTo(untilRead(peaceful));
            assertThat(ofSendings(blocking)).isEqualTo(ofSendings(peaceful));
            assertThat(messagesAsAnnaSeesThem(blocking)).isEqualTo(messagesAsAnnaSeesThem(peaceful));
        }

        private void takeAStep() {
            switch (random.nextInt(10)) {
                case 0 -> blocking.block(BO);
                case 1 -> blocking.unblock(BO, clock);
                case 2 -> both(talk -> talk.read(ANNA, clock));
                case 3 -> {
                    Place upTo = anyPlace(random, peaceful);
                    both(talk -> talk.read(ANNA, upTo, clock));
                }
                case 4 -> both(talk -> talk.read(BO, clock));
                case 5, 6 -> both(talk -> talk.send(BO, ANNA, clock));
                default -> both(talk -> talk.send(ANNA, BO, clock));
            }
        }

        private void both(Consumer<ConversationFixture> step) {
            step.accept(blocking);
            step.accept(peaceful);
        }

        /** All that she learns but that Bo has read. */
        private static List<EventDraft> untilRead(ConversationFixture talk) {
            return talk.eventsOf(ANNA).stream()
                    .filter(event -> !(event.change() instanceof Change.ReceiptRead))
                    .toList();
        }

        private static List<EventDraft> ofSendings(ConversationFixture talk) {
            return talk.messages().stream()
                    .flatMap(message -> ConversationEvents.ofSending(message).stream())
                    .filter(event -> event.user().equals(ANNA))
                    .toList();
        }

        private static List<Object> messagesAsAnnaSeesThem(ConversationFixture talk) {
            return talk.newestVisibleTo(ANNA).stream()
                    .<Object>map(message -> List.of(
                            message.id(),
                            message.place(),
                            message.sentAt(),
                            DeliveryReport.of(message, ANNA, talk.readTimes()).deliveredAt()))
                    .toList();
        }
    }
}
