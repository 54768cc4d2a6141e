package dev.parley.domain.session;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import java.util.List;
import java.util.Locale;
import org.junit.jupiter.api.Test;

final class StreamTicketTest {

    private static final String TEXT = "0123456789abcdef0123456789abcdef01234567";

    @Test
    void ticketHasTheFormatOfAToken() {
        assertThat(new StreamTicket(TEXT).value()).isEqualTo(TEXT);
        for (String text : List.of("", TEXT.substring(1), TEXT + "0", TEXT.toUpperCase(Locale.ROOT), TEXT + "\n")) {
            assertThatIllegalArgumentException().isThrownBy(() -> new StreamTicket(text));
        }
    }

    @Test
    void theDigestIsTheSha256OfTheDigits() {
        assertThat(new StreamTicket(TEXT).digest().hex())
                .isEqualTo("deb87fabd17715bb31ad4cf4ffb9494eeb15f8d33d85b031a301c64ab3417eaa");
    }

    @Test
    void toStringOfATicketIsRedacted() {
        assertThat(new StreamTicket(TEXT)).hasToString("StreamTicket[redacted]");
    }
}
