package dev.parley.application.testkit.contract;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import dev.parley.application.port.out.conversation.Conversations;
import dev.parley.domain.conversation.Conversation;
import dev.parley.domain.conversation.ConversationId;
import dev.parley.domain.conversation.NewestVisible;
import dev.parley.domain.conversation.ParticipantState;
import dev.parley.domain.conversation.Participants;
import dev.parley.domain.conversation.ReceiverState;
import dev.parley.domain.user.UserId;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** Contract for conversations: only sending creates them, and they are read as stored. */
public abstract class ConversationsContract extends WithStores {

    private UserId anna;
    private UserId bo;

    @BeforeEach
    protected void register() {
        anna = registered("anna");
        bo = registered("bo");
    }

    @Test
    protected void usersWithoutMessagesHaveNoConversation() {
        block(anna, bo);
        send(anna, anna, "a note");
        send(bo, registered("carla"), "hello");

        assertThat(conversation(anna, bo)).isEmpty();
    }

    @Test
    protected void unknownUsersHaveNoConversation() {
        assertThat(conversation(anna, new UserId(Long.MAX_VALUE))).isEmpty();
    }

    @Test
    protected void bothParticipantsFindTheSameConversation() {
        send(bo, anna, "hello");

        assertThat(conversation(anna, bo)).isPresent().isEqualTo(conversation(bo, anna));
    }

    @Test
    protected void storedConversationIsReadUnchanged() {
        begin();
        Conversation changed = changed(conversation(anna, bo).orElseThrow());

        store(changed);

        assertThat(conversation(anna, bo)).contains(changed);
    }

    @Test
    protected void storedConversationWithOneselfIsReadUnchanged() {
        send(anna, anna, "hello");
        Conversation changed = reading(conversation(anna, anna).orElseThrow(), anna, NOW)
                .orElseThrow()
                .conversation();

        store(changed);

        assertThat(conversation(anna, anna)).contains(changed);
    }

    @Test
    protected void storeChangesNoOtherConversation() {
        UserId carla = registered("carla");
        begin();
        send(anna, carla, "hello");
        Conversation other = conversation(anna, carla).orElseThrow();

        store(changed(conversation(anna, bo).orElseThrow()));

        assertThat(conversation(anna, carla)).contains(other);
    }

    @Test
    protected void storeRefusesAConversationThatDoesNotExist() {
        Conversation never = Conversation.begin(new ConversationId(Long.MAX_VALUE), Participants.of(anna, bo));

        assertThatIllegalArgumentException().isThrownBy(() -> store(never));

        assertThat(conversation(anna, bo)).isEmpty();
    }

    @Test
    protected void storeRefusesAConversationOfAnotherId() {
        send(anna, bo, "hello");
        Conversation real = conversation(anna, bo).orElseThrow();
        Conversation never = Conversation.begin(new ConversationId(Long.MAX_VALUE), Participants.of(anna, bo));

        assertThatIllegalArgumentException().isThrownBy(() -> store(never));

        assertThat(conversation(anna, bo)).contains(real);
    }

    @Test
    protected void nextMessageContinuesFromTheStoredState() {
        begin();
        store(reading(conversation(anna, bo).orElseThrow(), anna, NOW.plusSeconds(5))
                .orElseThrow()
                .conversation());

        send(anna, bo, "again");

        Conversation after = conversation(anna, bo).orElseThrow();
        assertThat(after.latestAt()).isEqualTo(NOW.plusSeconds(5).plusNanos(1000));
        assertThat(after.lastPlace()).isEqualTo(7);
    }

    @Test
    protected void rolledBackChangeHasNoEffect() {
        begin();
        Conversation before = conversation(anna, bo).orElseThrow();

        undone(() -> store(changed(before)));

        assertThat(conversation(anna, bo)).contains(before);
    }

    @Test
    protected void theConversationsOfAUserAreListedInTheOrderOfTheirIds() {
        UserId carla = registered("carla");
        send(carla, anna, "hello");
        send(anna, bo, "hello");
        send(bo, carla, "hello");
        send(anna, anna, "note");

        assertThat(list(anna, Optional.empty(), 10))
                .containsExactlyInAnyOrder(found(anna, carla), found(anna, bo), found(anna, anna))
                .extracting(found -> found.id().value())
                .isSorted();
        assertThat(list(bo, Optional.empty(), 10))
                .containsExactlyInAnyOrder(found(anna, bo), found(bo, carla))
                .extracting(found -> found.id().value())
                .isSorted();
        assertThat(list(new UserId(Long.MAX_VALUE), Optional.empty(), 10)).isEmpty();
    }

    @Test
    protected void listOfConversationsContinuesAfterAnyId() {
        send(anna, bo, "hello");
        ConversationId strange = send(bo, bo, "note").conversation();
        send(anna, registered("carla"), "hello");
        List<Conversation> all = list(anna, Optional.empty(), 10);

        assertThat(list(anna, Optional.empty(), 1)).isEqualTo(all.subList(0, 1));
        assertThat(list(anna, Optional.of(all.getFirst().id()), 1)).isEqualTo(all.subList(1, 2));
        assertThat(list(anna, Optional.of(all.getLast().id()), 1)).isEmpty();
        assertThat(list(anna, Optional.of(strange), 10))
                .isEqualTo(all.stream()
                        .filter(found -> found.id().value() > strange.value())
                        .toList());
    }

    @Test
    protected void aListOfConversationsWithALimitOutOfRangeIsRefused() {
        Stream.of(Integer.MIN_VALUE, -1, 0, Conversations.MAX_PAGE + 1, Integer.MAX_VALUE)
                .forEach(limit ->
                        assertThatIllegalArgumentException().isThrownBy(() -> list(anna, Optional.empty(), limit)));
    }

    private List<Conversation> list(UserId user, Optional<ConversationId> after, int limit) {
        return stores.conversations().listOf(user, after, limit);
    }

    private Conversation found(UserId one, UserId other) {
        return conversation(one, other).orElseThrow();
    }

    /** Six messages, so that all plausible counts can be stored. */
    private void begin() {
        for (int i = 0; i < 3; i++) {
            send(anna, bo, "there");
            send(bo, anna, "and back");
        }
    }

    private void store(Conversation conversation) {
        inUnitOfWork(() -> {
            stores.locks().lock(anna, bo);
            stores.conversations().store(conversation);
        });
    }

    private static Conversation changed(Conversation found) {
        return new Conversation(
                found.id(),
                found.participants(),
                found.lastPlace(),
                new ParticipantState(new ReceiverState(1, 2, 4, 3), new NewestVisible(5, NOW.plusNanos(5000))),
                new ParticipantState(new ReceiverState(2, 1, 6, 4), new NewestVisible(6, NOW.plusNanos(6000))),
                NOW.plusSeconds(5).plusNanos(1000));
    }
}
