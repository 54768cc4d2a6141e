package dev.parley.domain.session;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import dev.parley.domain.session.DeviceName.Flaw;
import java.util.List;
import org.junit.jupiter.api.Test;

final class DeviceNameTest {

    @Test
    void whateverPeopleCallTheirDevicesIsLegal() {
        assertThat(List.of("x", "Anna's phone", " the old one ", "工作电脑", "📱", "e\u0301", "a\nb"))
                .allSatisfy(name -> assertThat(DeviceName.flawsOf(name)).isEmpty());
    }

    @Test
    void aNameKeepsEveryCharacter() {
        assertThat(new DeviceName(" the old one ").value()).isEqualTo(" the old one ");
    }

    @Test
    void aBlankNameNamesNothing() {
        assertThat(List.of("", " ", "\t\n", "\u00A0", "\u0085"))
                .allSatisfy(name -> assertThat(DeviceName.flawsOf(name)).containsExactly(Flaw.BLANK));
    }

    @Test
    void aNameHasAtMost100CodePoints() {
        assertThat(DeviceName.flawsOf("a".repeat(100))).isEmpty();
        assertThat(DeviceName.flawsOf("📱".repeat(100))).isEmpty();
        assertThat(DeviceName.flawsOf("a".repeat(101))).containsExactly(Flaw.TOO_LONG);
        assertThat(DeviceName.flawsOf("📱".repeat(101))).containsExactly(Flaw.TOO_LONG);
    }

    @Test
    void whatNoStoreCanHoldIsAFlaw() {
        assertThat(DeviceName.flawsOf("a\0b")).containsExactly(Flaw.NUL);
        assertThat(DeviceName.flawsOf("\uD83D")).containsExactly(Flaw.LONE_SURROGATE);
        assertThat(DeviceName.flawsOf("a\uDCF1\uD83D")).containsExactly(Flaw.LONE_SURROGATE);
    }

    @Test
    void everyFlawIsToldInOrder() {
        assertThat(DeviceName.flawsOf(" ".repeat(101))).containsExactly(Flaw.BLANK, Flaw.TOO_LONG);
        assertThat(DeviceName.flawsOf("\0".repeat(100) + "\uD83D"))
                .containsExactly(Flaw.TOO_LONG, Flaw.NUL, Flaw.LONE_SURROGATE);
    }

    @Test
    void whatIsNoNameCannotBeMade() {
        assertThatIllegalArgumentException()
                .isThrownBy(() -> new DeviceName(" "))
                .withMessage("not a device name: [BLANK]");
    }
}
