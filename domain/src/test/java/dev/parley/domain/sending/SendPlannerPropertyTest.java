package dev.parley.domain.sending;

import static org.assertj.core.api.Assertions.assertThat;

import dev.parley.domain.conversation.IdempotencyKey;
import dev.parley.domain.conversation.Message;
import dev.parley.domain.conversation.MessageContent;
import dev.parley.domain.conversation.MessageDraft;
import dev.parley.domain.conversation.SendResult;
import dev.parley.domain.event.UserEvent;
import dev.parley.domain.shared.Origin;
import dev.parley.domain.testkit.Property;
import dev.parley.domain.user.UserId;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Random;
import java.util.stream.IntStream;
import java.util.stream.LongStream;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

/** Random batches between a few users, one of which does not exist, with blocks and erasures in between. */
final class SendPlannerPropertyTest {

    private static final int CASES = 200;
    private static final int BATCHES = 8;
    private static final int USERS = 4;
    private static final Duration STEP = IdempotencyKey.LIFETIME.dividedBy(4);

    @Test
    void batchIsPlannedAsIfEachDraftWereSentOnItsOwn() {
        Property.holds(CASES, random -> {
            SendStore batched = store();
            SendStore single = store();
            Instant now = SendStore.NOW;
            for (int i = 0; i < BATCHES; i++) {
                now = now.plus(STEP.multipliedBy(random.nextInt(3)));
                MessageDraft[] drafts = drafts(random, now);

                List<SendResult> together = batched.sendAll(drafts).results();

                assertThat(together)
                        .isEqualTo(Stream.of(drafts)
                                .map(draft -> single.sendAll(draft).results().getFirst())
                                .toList());
                assertThat(batched.state()).isEqualTo(single.state());
                disturb(random, batched, single);
            }
        });
    }

    @Test
    void resultsFollowTheRules() {
        Property.holds(CASES, random -> {
            SendStore store = store();
            NaiveSends naive = new NaiveSends(
                    IntStream.rangeClosed(1, USERS).mapToObj(UserId::new).toList());
            Instant now = SendStore.NOW;
            for (int i = 0; i < BATCHES; i++) {
                now = now.plus(STEP.multipliedBy(random.nextInt(3)));
                MessageDraft[] drafts = drafts(random, now);

                List<SendResult> results = store.sendAll(drafts).results();

                assertThat(results.stream().map(SendPlannerPropertyTest::kind))
                        .containsExactlyElementsOf(
                                Stream.of(drafts).map(naive::send).toList());
                disturb(random, store, naive);
            }
        });
    }

    @Test
    void placesTimesAndEventNumbersRiseWithoutGaps() {
        Property.holds(CASES, random -> {
            SendStore store = store();
            for (int i = 0; i < BATCHES; i++) {
                store.sendAll(drafts(random, SendStore.NOW));
                disturb(random, store);
            }
            store.conversations().values().forEach(conversation -> {
                List<Message> messages = store.messages().stream()
                        .filter(message -> message.conversation().equals(conversation.id()))
                        .toList();
                assertThat(messages)
                        .extracting(message -> message.place().value())
                        .containsExactlyElementsOf(upTo(conversation.lastPlace()));
                assertThat(messages).extracting(Message::sentAt).isSorted().doesNotHaveDuplicates();
            });
            store.users()
                    .values()
                    .forEach(user -> assertThat(store.events().stream()
                                    .filter(event -> event.user().equals(user.user()))
                                    .map(UserEvent::seq))
                            .containsExactlyElementsOf(upTo(user.eventSeq())));
        });
    }

    private static List<Long> upTo(long last) {
        return LongStream.rangeClosed(1, last).boxed().toList();
    }

    private static SendStore store() {
        return SendStore.withUsers(
                IntStream.rangeClosed(1, USERS).mapToObj(UserId::new).toArray(UserId[]::new));
    }

    private static MessageDraft[] drafts(Random random, Instant now) {
        return IntStream.range(0, 1 + random.nextInt(12))
                .mapToObj(i -> new MessageDraft(
                        new UserId(1L + random.nextInt(USERS + 1)),
                        new UserId(1L + random.nextInt(USERS + 1)),
                        new MessageContent("hello " + random.nextInt(2)),
                        now.minusMillis(random.nextInt(5)),
                        Origin.operator(),
                        random.nextBoolean()
                                ? Optional.of(new IdempotencyKey("key " + random.nextInt(3)))
                                : Optional.empty()))
                .toArray(MessageDraft[]::new);
    }

    private static void disturb(Random random, Disturbed... worlds) {
        UserId one = new UserId(1L + random.nextInt(USERS));
        UserId other = new UserId(1L + random.nextInt(USERS));
        int kind = random.nextInt(8);
        for (Disturbed world : worlds) {
            switch (kind) {
                case 0, 1, 2 -> world.block(one, other);
                case 3 -> world.erase(one);
                default -> world.keep();
            }
        }
    }

    private static String kind(SendResult result) {
        return switch (result) {
            case SendResult.Sent(Message message, boolean replayed) ->
                replayed ? "repeat" : message.isHeld() ? "held" : "visible";
            case SendResult.KeyReused() -> "key reused";
            case SendResult.NoSuchSender() -> "no such sender";
            case SendResult.NoSuchReceiver() -> "no such receiver";
        };
    }

    /** What blocks and erasures happen to. */
    interface Disturbed {

        void block(UserId blocker, UserId target);

        void erase(UserId user);

        default void keep() {}
    }

    /** The rules in the plainest form: one draft after the other, over lists. */
    private static final class NaiveSends implements Disturbed {

        private final List<UserId> active;
        private final List<List<UserId>> blocks = new ArrayList<>();
        private final List<MessageDraft> withKeys = new ArrayList<>();

        NaiveSends(List<UserId> users) {
            active = new ArrayList<>(users);
        }

        @Override
        public void block(UserId blocker, UserId target) {
            blocks.add(List.of(blocker, target));
        }

        @Override
        public void erase(UserId user) {
            active.remove(user);
        }

        String send(MessageDraft draft) {
            Optional<MessageDraft> earlier = withKeys.reversed().stream()
                    .filter(used ->
                            used.sender().equals(draft.sender()) && used.key().equals(draft.key()))
                    .findFirst()
                    .filter(used -> draft.writtenAt().isBefore(used.writtenAt().plus(IdempotencyKey.LIFETIME)));
            if (earlier.isPresent()) {
                boolean isSame = earlier.get().receiver().equals(draft.receiver())
                        && earlier.get().content().equals(draft.content());
                return isSame ? "repeat" : "key reused";
            }
            if (!active.contains(draft.sender())) {
                return "no such sender";
            }
            if (!active.contains(draft.receiver())) {
                return "no such receiver";
            }
            if (draft.key().isPresent()) {
                withKeys.add(draft);
            }
            return blocks.contains(List.of(draft.receiver(), draft.sender())) ? "held" : "visible";
        }
    }
}
