package dev.parley.domain.conversation;

import static dev.parley.domain.conversation.ConversationFixture.ANNA;
import static dev.parley.domain.conversation.ConversationFixture.BO;
import static dev.parley.domain.conversation.ConversationFixture.NOW;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import dev.parley.domain.conversation.UsedKey.Verdict;
import dev.parley.domain.shared.Origin;
import dev.parley.domain.shared.SessionId;
import dev.parley.domain.user.UserId;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;

final class UsedKeyTest {

    private static final Duration TICK = Duration.ofNanos(1000);
    private static final Instant EXPIRED_AT = NOW.plus(Duration.ofDays(30));

    private final Message first = ConversationFixture.betweenAnnaAndBo().send(ANNA, BO, NOW);
    private final UsedKey used = new UsedKey(draft(BO, "hello", NOW).fingerprint(), first, NOW);

    @Test
    void theSameSendAgainIsRepeated() {
        assertThat(used.verdictOn(draft(BO, "hello", NOW))).isEqualTo(Verdict.REPEATED);
        assertThat(used.verdictOn(draft(BO, "hello", EXPIRED_AT.minus(TICK)))).isEqualTo(Verdict.REPEATED);
    }

    @Test
    void theSameSendFromElsewhereIsRepeated() {
        MessageDraft elsewhere = new MessageDraft(
                ANNA,
                BO,
                new MessageContent("hello"),
                NOW,
                new Origin(Optional.of("::1"), Optional.of("agent"), Optional.of(new SessionId(5))));

        assertThat(used.verdictOn(elsewhere)).isEqualTo(Verdict.REPEATED);
    }

    @Test
    void aRepeatIsKnownWhenTheClockHasGoneBack() {
        assertThat(used.verdictOn(draft(BO, "hello", NOW.minusSeconds(3600)))).isEqualTo(Verdict.REPEATED);
    }

    @Test
    void anotherSendUnderTheKeyIsAMistake() {
        assertThat(used.verdictOn(draft(BO, "hello ", NOW))).isEqualTo(Verdict.REUSED);
        assertThat(used.verdictOn(draft(ANNA, "hello", NOW))).isEqualTo(Verdict.REUSED);
        assertThat(used.verdictOn(draft(BO, "bye", EXPIRED_AT.minus(TICK)))).isEqualTo(Verdict.REUSED);
    }

    @Test
    void afterItsLifetimeAKeyIsFreeAgain() {
        assertThat(used.verdictOn(draft(BO, "hello", EXPIRED_AT))).isEqualTo(Verdict.EXPIRED);
        assertThat(used.verdictOn(draft(BO, "bye", EXPIRED_AT.plusSeconds(1)))).isEqualTo(Verdict.EXPIRED);
    }

    @Test
    void aFingerprintIsTheSha256OfReceiverAndContent() {
        assertThat(fingerprint(2, "hello").hex())
                .isEqualTo("bcdef734051ae34f92a5a726d501c4628f5f048f0b1940bf0f4674429fda2f7a");
        assertThat(fingerprint(2, "Zoë 🙂").hex())
                .isEqualTo("27c62dc6bde39ba7fe1c3fc96ad1422407e0367c48396236a6b4ad68b78f5325");
    }

    @Test
    void receiverAndContentAreNotConfused() {
        assertThat(List.of(
                        fingerprint(1, "1"),
                        fingerprint(1, "11"),
                        fingerprint(11, "1"),
                        fingerprint(256, "1"),
                        fingerprint(1, "a"),
                        fingerprint(1, "A")))
                .doesNotHaveDuplicates();
    }

    @Test
    void aFingerprintIs64LowerCaseHexDigits() {
        assertThat(new RequestFingerprint("0f".repeat(32)).hex()).hasSize(64);
        for (String text : List.of("", "0f".repeat(31), "0F".repeat(32), "0f".repeat(33), "0g".repeat(32))) {
            assertThatIllegalArgumentException().isThrownBy(() -> new RequestFingerprint(text));
        }
    }

    @Test
    void aFingerprintNeverShowsItself() {
        assertThat(fingerprint(2, "hello")).hasToString("RequestFingerprint[redacted]");
    }

    @Test
    void aDraftWithoutAKeyCannotBeRepeated() {
        assertThat(draft(BO, "hello", NOW).key()).isEmpty();
    }

    @Test
    void aDraftIsForThePairOfItsSenderAndReceiver() {
        MessageDraft draft =
                new MessageDraft(BO, ANNA, new MessageContent("hello"), NOW, Origin.operator(), Optional.empty());

        assertThat(draft.participants()).isEqualTo(new Participants(ANNA, BO));
    }

    private static RequestFingerprint fingerprint(long receiver, String content) {
        return RequestFingerprint.of(new UserId(receiver), new MessageContent(content));
    }

    private static MessageDraft draft(UserId receiver, String content, Instant writtenAt) {
        return new MessageDraft(ANNA, receiver, new MessageContent(content), writtenAt, Origin.operator());
    }
}
