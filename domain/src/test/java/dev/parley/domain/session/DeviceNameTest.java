package dev.parley.domain.session;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import dev.parley.domain.session.DeviceName.Flaw;
import java.util.List;
import org.junit.jupiter.api.Test;

final class DeviceNameTest {

    @Test
    void commonDeviceNamesAreValid() {
        assertThat(List.of(
                        "x",
                        "Anna's phone",
                        " the old one ",
                        "工作电脑",
                        "📱",
                        "e\u0301",
                        "\u2764\uFE0F",
                        "\u200Ba",
                        "👩\u200D👧"))
                .allSatisfy(name -> assertThat(DeviceName.flawsOf(name)).isEmpty());
    }

    @Test
    void nameKeepsEveryCharacter() {
        assertThat(new DeviceName(" the old one ").value()).isEqualTo(" the old one ");
    }

    @Test
    void invisibleNameIsBlank() {
        assertThat(List.of(
                        "", " ", "\t\n", "\u00A0", "\u0085", "\u200B", "\u2800 ", "\u3164", "\u200D\u200E", "\u001B"))
                .allSatisfy(name -> assertThat(DeviceName.flawsOf(name)).containsExactly(Flaw.BLANK));
    }

    @Test
    void controlCharacterIsAFlaw() {
        assertThat(List.of("\u001B[31mX\u202E\u009B", "a\nb", "a\u007F", "\u200Fa", "a\u2066b\u2069", "\u061Ca"))
                .allSatisfy(name -> assertThat(DeviceName.flawsOf(name)).containsExactly(Flaw.CONTROL_CHARACTER));
        assertThat(DeviceName.flawsOf("a\0\u001B")).containsExactly(Flaw.CONTROL_CHARACTER, Flaw.NUL);
    }

    @Test
    void storedNameOfAnEarlierRuleIsCleaned() {
        assertThat(DeviceName.ofStored("\u001B[31mX")).contains(new DeviceName("\uFFFD[31mX"));
        assertThat(DeviceName.ofStored("Anna's phone")).contains(new DeviceName("Anna's phone"));
        assertThat(DeviceName.ofStored("\u200B\n")).isEmpty();
    }

    @Test
    void aNameHasAtMost100CodePoints() {
        assertThat(DeviceName.flawsOf("a".repeat(100))).isEmpty();
        assertThat(DeviceName.flawsOf("📱".repeat(100))).isEmpty();
        assertThat(DeviceName.flawsOf("a".repeat(101))).containsExactly(Flaw.TOO_LONG);
        assertThat(DeviceName.flawsOf("📱".repeat(101))).containsExactly(Flaw.TOO_LONG);
    }

    @Test
    void nulAndLoneSurrogateAreFlaws() {
        assertThat(DeviceName.flawsOf("a\0b")).containsExactly(Flaw.NUL);
        assertThat(DeviceName.flawsOf("\uD83D")).containsExactly(Flaw.LONE_SURROGATE);
        assertThat(DeviceName.flawsOf("a\uDCF1\uD83D")).containsExactly(Flaw.LONE_SURROGATE);
    }

    @Test
    void allFlawsAreReportedInOrder() {
        assertThat(DeviceName.flawsOf(" ".repeat(101))).containsExactly(Flaw.BLANK, Flaw.TOO_LONG);
        assertThat(DeviceName.flawsOf("a\0".repeat(50) + "\uD83D"))
                .containsExactly(Flaw.TOO_LONG, Flaw.NUL, Flaw.LONE_SURROGATE);
    }

    @Test
    void invalidNameIsRejected() {
        assertThatIllegalArgumentException()
                .isThrownBy(() -> new DeviceName(" "))
                .withMessage("invalid device name: [BLANK]");
    }
}
