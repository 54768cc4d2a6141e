package dev.parley.application.testkit.contract;

import static org.assertj.core.api.Assertions.assertThat;

import dev.parley.application.testkit.ConcurrentRun;
import dev.parley.domain.conversation.ConversationId;
import dev.parley.domain.conversation.HistorySlice;
import dev.parley.domain.conversation.Message;
import dev.parley.domain.user.UserId;
import java.util.List;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.Test;

/**
 * Cases of {@link MessagesContract} for erasing contents: only those of one sender, in steps, and nothing except the
 * content.
 */
abstract class MessageErasing extends WithMessages {

    @Test
    protected void onlyContentsOfTheSenderAreErased() {
        List<Message> sent = sendMany(4);

        assertThat(erase(sent.getFirst().conversation(), anna, 10)).isEqualTo(2);

        assertThat(visible(anna, bo))
                .containsExactly(
                        sent.get(3),
                        sent.get(2).withoutContent(),
                        sent.get(1),
                        sent.get(0).withoutContent());
    }

    @Test
    protected void contentsAreErasedInSteps() {
        ConversationId in = sendMany(10).getFirst().conversation();

        assertThat(erase(in, anna, 3)).isEqualTo(3);
        assertThat(withContent(in, anna)).isEqualTo(2);
        assertThat(erase(in, anna, 3)).isEqualTo(2);
        assertThat(withContent(in, anna)).isZero();
        assertThat(erase(in, anna, 3)).isZero();
        assertThat(withContent(in, bo)).isEqualTo(5);
    }

    @Test
    protected void lastStepMayEraseAsManyAsItsLimit() {
        ConversationId in = sendMany(6).getFirst().conversation();

        assertThat(erase(in, anna, 3)).isEqualTo(3);
        assertThat(erase(in, anna, 3)).isZero();
    }

    @Test
    protected void heldMessagesAreErasedAndReleasedWithoutContent() {
        block(bo, anna);
        Message held = send(anna, bo, "held");

        assertThat(erase(held.conversation(), anna, 10)).isEqualTo(1);

        assertThat(stores.messages().find(held.id())).contains(held.withoutContent());
        assertThat(unblock(bo, anna, LATER)).isEqualTo(1);
        assertThat(visible(anna, bo).getFirst().content()).isEmpty();
    }

    @Test
    protected void otherConversationsKeepTheirContents() {
        Message note = send(anna, anna, "note");
        Message message = send(anna, bo, "hello");

        assertThat(erase(message.conversation(), anna, 10)).isEqualTo(1);
        assertThat(erase(UNKNOWN, anna, 10)).isZero();

        assertThat(visible(anna, anna)).containsExactly(note);
    }

    @Test
    protected void erasedMessageKeepsEverythingElse() {
        Message message = send(anna, bo, "hello");
        erase(message.conversation(), anna, 10);

        assertThat(read(bo, anna, LATER)).isPresent();

        assertThat(stores.messages().find(message.id())).contains(message.withoutContent());
        assertThat(visible(anna, bo)).containsExactly(message.withoutContent());
    }

    @Test
    protected void rolledBackErasureHasNoEffect() {
        Message message = send(anna, bo, "hello");

        undone(() -> stores.messages().eraseContents(message.conversation(), anna, 10));

        assertThat(visible(anna, bo)).containsExactly(message);
    }

    @Test
    protected void concurrentErasuresEraseEachContentOnce() {
        ConversationId in = sendMany(40).getFirst().conversation();
        AtomicInteger taken = new AtomicInteger();

        ConcurrentRun.of(4, 6).run((thread, step) -> taken.addAndGet(erase(in, anna, 5)));

        assertThat(taken).hasValue(20);
        assertThat(withContent(in, anna)).isZero();
    }

    /** Under the lock of the sender, as in an erasure. */
    private int erase(ConversationId in, UserId sender, int limit) {
        return stores.unitOfWork().execute(() -> {
            stores.locks().lock(sender, sender);
            return stores.messages().eraseContents(in, sender, limit);
        });
    }

    private long withContent(ConversationId in, UserId sender) {
        return stores.messages().listVisible(in, new HistorySlice.Visible(0, 100)).stream()
                .filter(message -> message.sender().equals(sender))
                .filter(message -> message.content().isPresent())
                .count();
    }
}
