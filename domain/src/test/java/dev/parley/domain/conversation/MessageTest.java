package dev.parley.domain.conversation;

import static dev.parley.domain.conversation.ConversationFixture.ANNA;
import static dev.parley.domain.conversation.ConversationFixture.BO;
import static dev.parley.domain.conversation.ConversationFixture.NOW;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import dev.parley.domain.user.UserId;
import dev.parley.domain.user.Username;
import java.time.Instant;
import java.util.Optional;
import org.junit.jupiter.api.Test;

final class MessageTest {

    private static final UserId CARLA = new UserId(3);

    @Test
    void aMessageIsNotVisibleBeforeItIsSent() {
        assertThatIllegalArgumentException().isThrownBy(() -> message(ANNA, BO, Optional.of(NOW.minusNanos(1000))));
    }

    @Test
    void aMessageIsReleasedIfItBecameVisibleAfterItWasSent() {
        assertThat(message(ANNA, BO, Optional.of(NOW.plusNanos(1000))).isReleased())
                .isTrue();
        assertThat(message(ANNA, BO, Optional.of(NOW)).isReleased()).isFalse();
        assertThat(message(ANNA, BO, Optional.empty()).isReleased()).isFalse();
    }

    @Test
    void visibleMessageIsVisibleToBothParticipantsOnly() {
        Message visible = message(ANNA, BO, Optional.of(NOW));

        assertThat(visible.isShownTo(ANNA)).isTrue();
        assertThat(visible.isShownTo(BO)).isTrue();
        assertThat(visible.isShownTo(CARLA)).isFalse();
    }

    @Test
    void aHeldMessageIsShownToItsSenderAlone() {
        Message held = message(ANNA, BO, Optional.empty());

        assertThat(held.isShownTo(ANNA)).isTrue();
        assertThat(held.isShownTo(BO)).isFalse();
        assertThat(held.isShownTo(CARLA)).isFalse();
    }

    @Test
    void aHeldNoteToOneselfIsShown() {
        assertThat(message(ANNA, ANNA, Optional.empty()).isShownTo(ANNA)).isTrue();
    }

    @Test
    void whatAnErasedUserWroteIsShownWithoutItsContentAndNothingElseChanges() {
        Message message = message(ANNA, BO, Optional.of(NOW));

        assertThat(message.shownAsFrom(new Username("anna"))).isEqualTo(message);
        assertThat(message.shownAsFrom(Username.ofErased(ANNA))).isEqualTo(message.withoutContent());
        assertThat(message.withoutContent().content()).isEmpty();
        assertThat(message.withoutContent())
                .usingRecursiveComparison()
                .ignoringFields("content")
                .isEqualTo(message);
    }

    @Test
    void eachIsThePeerOfTheOther() {
        Message message = message(BO, ANNA, Optional.of(NOW));

        assertThat(message.peerOf(ANNA)).isEqualTo(BO);
        assertThat(message.peerOf(BO)).isEqualTo(ANNA);
        assertThat(message(ANNA, ANNA, Optional.of(NOW)).peerOf(ANNA)).isEqualTo(ANNA);
    }

    @Test
    void aStrangerHasNoPeerInIt() {
        Message message = message(ANNA, BO, Optional.of(NOW));

        assertThatIllegalArgumentException().isThrownBy(() -> message.peerOf(CARLA));
    }

    @Test
    void theContentShowsItselfInNoMessage() {
        assertThat(message(ANNA, BO, Optional.of(NOW)).toString()).doesNotContain("secret");
    }

    private static Message message(UserId sender, UserId receiver, Optional<Instant> visibleAt) {
        return new Message(
                new MessageId(100),
                new ConversationId(7),
                new Place(1),
                sender,
                receiver,
                Optional.of(new MessageContent("secret")),
                NOW,
                visibleAt);
    }
}
