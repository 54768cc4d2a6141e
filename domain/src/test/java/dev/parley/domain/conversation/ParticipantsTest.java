package dev.parley.domain.conversation;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import dev.parley.domain.conversation.Participants.Side;
import dev.parley.domain.user.UserId;
import org.junit.jupiter.api.Test;

final class ParticipantsTest {

    private static final UserId ANNA = new UserId(1);
    private static final UserId BO = new UserId(2);

    @Test
    void thePairHasNoDirection() {
        assertThat(Participants.of(BO, ANNA))
                .isEqualTo(Participants.of(ANNA, BO))
                .isEqualTo(new Participants(ANNA, BO));
    }

    @Test
    void theLowerIdComesFirst() {
        assertThatIllegalArgumentException().isThrownBy(() -> new Participants(BO, ANNA));
    }

    @Test
    void eachHasASide() {
        assertThat(Participants.of(BO, ANNA).sideOf(ANNA)).isEqualTo(Side.LOWER);
        assertThat(Participants.of(BO, ANNA).sideOf(BO)).isEqualTo(Side.HIGHER);
    }

    @Test
    void oneAloneIsOnTheLowerSide() {
        assertThat(Participants.of(ANNA, ANNA).sideOf(ANNA)).isEqualTo(Side.LOWER);
    }

    @Test
    void aStrangerHasNoSide() {
        assertThatIllegalArgumentException()
                .isThrownBy(() -> Participants.of(ANNA, BO).sideOf(new UserId(3)));
    }

    @Test
    void bothParticipantsAreIncludedAndNoOthers() {
        assertThat(Participants.of(BO, ANNA).include(ANNA)).isTrue();
        assertThat(Participants.of(BO, ANNA).include(BO)).isTrue();
        assertThat(Participants.of(BO, ANNA).include(new UserId(3))).isFalse();
    }

    @Test
    void eachIsThePeerOfTheOther() {
        assertThat(Participants.of(ANNA, BO).peerOf(ANNA)).isEqualTo(BO);
        assertThat(Participants.of(ANNA, BO).peerOf(BO)).isEqualTo(ANNA);
    }

    @Test
    void oneAloneIsTheirOwnPeer() {
        assertThat(Participants.of(ANNA, ANNA).peerOf(ANNA)).isEqualTo(ANNA);
    }

    @Test
    void aStrangerHasNoPeer() {
        assertThatIllegalArgumentException()
                .isThrownBy(() -> Participants.of(ANNA, BO).peerOf(new UserId(3)));
    }

    @Test
    void whoWritesToThemselvesIsOne() {
        assertThat(Participants.of(ANNA, ANNA).areOne()).isTrue();
        assertThat(Participants.of(ANNA, BO).areOne()).isFalse();
    }
}
