package dev.parley.domain.conversation;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import dev.parley.domain.conversation.MessageContent.Flaw;
import java.util.List;
import org.junit.jupiter.api.Test;

final class MessageContentTest {

    @Test
    void anyTextThatSaysSomethingIsAContent() {
        assertThat(List.of("a", " a ", "\u200B", "🙂".repeat(65_536), "a\u0001\n"))
                .allSatisfy(text -> assertThat(MessageContent.flawsOf(text)).isEmpty());
    }

    @Test
    void whiteSpaceAloneIsBlank() {
        assertThat(List.of("", " \t\r\n", "\u00A0\u0085", "\u3000"))
                .allSatisfy(text -> assertThat(MessageContent.flawsOf(text)).containsExactly(Flaw.BLANK));
    }

    @Test
    void whatNoReaderCanSeeIsBlankInV1Alone() {
        assertThat(List.of("\u200B", "\u2800", "\u3164", "\uFEFF", "\u200D\u200E", " \uFE0F\u00AD", "\u0001"))
                .allSatisfy(
                        text -> assertThat(MessageContent.flawsOfVisible(text)).containsExactly(Flaw.BLANK))
                .allSatisfy(text -> assertThat(MessageContent.flawsOf(text)).isEmpty());
        assertThat(List.of("\u2764\uFE0F", "\u200Ba", "👩\u200D👩\u200D👧", "\u0301", "।"))
                .allSatisfy(
                        text -> assertThat(MessageContent.flawsOfVisible(text)).isEmpty());
        assertThat(MessageContent.flawsOfVisible(" ".repeat(65_537))).containsExactly(Flaw.BLANK, Flaw.TOO_LONG);
    }

    @Test
    void aContentHasAtMost65536CodePoints() {
        assertThat(MessageContent.flawsOf("🙂".repeat(65_537))).containsExactly(Flaw.TOO_LONG);
        assertThat(MessageContent.flawsOf("a".repeat(65_537))).containsExactly(Flaw.TOO_LONG);
    }

    @Test
    void whatNoStoreCanHoldIsAFlaw() {
        assertThat(MessageContent.flawsOf("a\0")).containsExactly(Flaw.NUL);
        assertThat(MessageContent.flawsOf("a\uDE42")).containsExactly(Flaw.LONE_SURROGATE);
    }

    @Test
    void allErrorsAreReportedInOrder() {
        assertThat(MessageContent.flawsOf(" ".repeat(65_537))).containsExactly(Flaw.BLANK, Flaw.TOO_LONG);
        assertThat(MessageContent.flawsOf("\0\uD83D" + "a".repeat(65_536)))
                .containsExactly(Flaw.TOO_LONG, Flaw.NUL, Flaw.LONE_SURROGATE);
    }

    @Test
    void whatIsNoContentCannotBeMade() {
        assertThatIllegalArgumentException()
                .isThrownBy(() -> new MessageContent("secret\0"))
                .withMessage("invalid message content: [NUL]");
    }

    @Test
    void aContentNeverShowsItself() {
        assertThat(new MessageContent("secret 🙂")).hasToString("MessageContent[8 characters]");
    }
}
