package dev.parley.adapters.persistence.conversation;

import static org.assertj.core.api.Assertions.assertThat;

import dev.parley.adapters.persistence.JdbiStores;
import dev.parley.adapters.persistence.PostgresExtension;
import dev.parley.adapters.persistence.shared.StateStore;
import dev.parley.application.testkit.InMemoryStores;
import dev.parley.domain.conversation.IdempotencyKey;
import dev.parley.domain.conversation.MessageContent;
import dev.parley.domain.conversation.MessageDraft;
import dev.parley.domain.conversation.SendResult;
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
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;

/** A batch of random drafts has the same effect as the drafts one by one in the in-memory stores. */
final class SendBatchPropertyTest {

    private static final int BATCHES = 8;
    private static final Instant START = Instant.parse("2026-11-22T10:15:30Z");
    private static final Duration A_WHILE = IdempotencyKey.LIFETIME.dividedBy(4);

    @RegisterExtension
    static final PostgresExtension POSTGRES = new PostgresExtension();

    @Test
    void batchHasTheEffectOfItsDraftsOneByOne() {
        Property.holds(8, random -> {
            StateStore store = POSTGRES.emptied().stateStore();
            Chatters batched = Chatters.registeredIn(JdbiStores.over(POSTGRES));
            Chatters single = Chatters.registeredIn(InMemoryStores.empty());
            Instant now = START;
            for (int i = 0; i < BATCHES; i++) {
                now = now.plus(A_WHILE.multipliedBy(random.nextInt(3)));
                List<Wish> wishes = wishes(random, now);
                assertThat(batched.seen(sendTogether(store, wishes, batched)))
                        .isEqualTo(single.seen(sendOneByOne(wishes, single)));
                disturb(random, now, batched, single);
                assertThat(batched.picture()).isEqualTo(single.picture());
            }
        });
    }

    private static List<SendResult> sendTogether(StateStore store, List<Wish> wishes, Chatters chatters) {
        List<MessageDraft> drafts =
                wishes.stream().map(wish -> wish.draft(chatters)).toList();
        return store.inTransaction(handle -> SendBatch.send(handle, drafts)).results();
    }

    private static List<SendResult> sendOneByOne(List<Wish> wishes, Chatters chatters) {
        return wishes.stream()
                .map(wish -> chatters.stores().sending().send(wish.draft(chatters)))
                .toList();
    }

    private static List<Wish> wishes(Random random, Instant now) {
        return IntStream.range(0, 1 + random.nextInt(12))
                .mapToObj(i -> new Wish(
                        random.nextInt(Chatters.COUNT + 1),
                        random.nextInt(Chatters.COUNT + 1),
                        "hello " + random.nextInt(2),
                        now.minusMillis(random.nextInt(5)),
                        random.nextBoolean()
                                ? Optional.of(new IdempotencyKey("key " + random.nextInt(3)))
                                : Optional.empty()))
                .toList();
    }

    private static void disturb(Random random, Instant now, Chatters... both) {
        int one = random.nextInt(Chatters.COUNT);
        int other = random.nextInt(Chatters.COUNT);
        int kind = random.nextInt(10);
        List.of(both).forEach(chatters -> {
            switch (kind) {
                case 0, 1, 2 -> chatters.block(one, other, now);
                case 3, 4, 5 -> chatters.unblock(one, other, now);
                case 6, 7 -> chatters.read(one, other, now);
                case 8 -> chatters.erase(one);
                default -> chatters.forgetKeysOf(one);
            }
        });
    }

    /** A draft with the numbers of its users, the last of which is an unknown user. */
    private record Wish(int sender, int receiver, String text, Instant at, Optional<IdempotencyKey> key) {

        MessageDraft draft(Chatters chatters) {
            List<UserId> users = new ArrayList<>(chatters.users());
            users.add(new UserId(Long.MAX_VALUE));
            return new MessageDraft(
                    users.get(sender), users.get(receiver), new MessageContent(text), at, Origin.operator(), key);
        }
    }
}
