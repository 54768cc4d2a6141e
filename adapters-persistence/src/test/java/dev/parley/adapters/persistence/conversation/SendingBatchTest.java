package dev.parley.adapters.persistence.conversation;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import dev.parley.adapters.persistence.JdbiStores;
import dev.parley.adapters.persistence.PostgresExtension;
import dev.parley.application.testkit.contract.Stores;
import dev.parley.application.testkit.contract.WithStores;
import dev.parley.domain.activity.Activity;
import dev.parley.domain.conversation.Conversation;
import dev.parley.domain.conversation.Message;
import dev.parley.domain.conversation.MessageDraft;
import dev.parley.domain.conversation.Place;
import dev.parley.domain.conversation.ReceiverState;
import dev.parley.domain.user.UserId;
import java.util.List;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;

/** The steps of sending, taken by many drafts together. */
final class SendingBatchTest extends WithStores {

    @RegisterExtension
    static final PostgresExtension POSTGRES = new PostgresExtension();

    private UserId anna;
    private UserId bo;
    private UserId carla;

    @Override
    protected Stores openStores() {
        return JdbiStores.over(POSTGRES.emptied());
    }

    @BeforeEach
    void register() {
        anna = registered("anna");
        bo = registered("bo");
        carla = registered("carla");
    }

    @Test
    void manyDraftsAreTakenInTheirOrderAsIfEachCameAlone() {
        send(carla, anna, "there before");
        block(carla, bo);

        List<Message> sent = send(
                draft(anna, bo, "first of a new conversation", NOW),
                draft(anna, carla, "second of an old one", NOW),
                draft(bo, anna, "second", NOW),
                draft(bo, carla, "held", NOW),
                draft(anna, bo, "third", NOW),
                draft(carla, carla, "note", NOW));

        assertThat(sent)
                .extracting(Message::place)
                .containsExactly(place(1), place(2), place(2), place(1), place(3), place(1));
        assertThat(visible(anna, bo)).containsExactly(sent.get(4), sent.get(2), sent.get(0));
        assertThat(visible(anna, carla)).startsWith(sent.get(1)).hasSize(2);
        assertThat(visible(bo, carla)).isEmpty();
        assertThat(visible(carla, carla)).containsExactly(sent.get(5));
        assertThat(sent).extracting(Message::id).doesNotHaveDuplicates();
        assertThat(waiting().subList(1, 7))
                .extracting(entry -> entry.activity())
                .containsExactlyElementsOf(sent.stream()
                        .map(message -> Activity.sending(message, ORIGIN))
                        .toList());
        Conversation between = conversation(anna, bo).orElseThrow();
        assertThat(between.of(anna)).isEqualTo(new ReceiverState(1, 0, 0));
        assertThat(between.of(bo)).isEqualTo(new ReceiverState(2, 0, 0));
        assertThat(conversation(bo, carla).orElseThrow().of(carla)).isEqualTo(new ReceiverState(0, 1, 0));
    }

    @Test
    void aDraftToNobodyIsRefusedAndNothingIsStored() {
        UserId nobody = new UserId(Long.MAX_VALUE);

        assertThatIllegalArgumentException()
                .isThrownBy(() -> send(draft(anna, bo, "hello", NOW), draft(anna, nobody, "hello", NOW)));

        assertThat(conversation(anna, bo)).isEmpty();
        assertThat(waiting()).isEmpty();
    }

    private static List<Message> send(MessageDraft... drafts) {
        return POSTGRES.stateStore().inTransaction(handle -> SendingBatch.send(handle, List.of(drafts)));
    }

    private static Place place(long value) {
        return new Place(value);
    }
}
