package dev.parley.adapters.rest.v1.page;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import jakarta.ws.rs.WebApplicationException;
import java.nio.charset.StandardCharsets;
import java.util.Base64;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

final class CursorCodecTest {

    private static final CursorCodec<String> CURSORS =
            new CursorCodec<>("names", name -> name, name -> Optional.of(name).filter(text -> !text.isEmpty()));

    @ParameterizedTest
    @ValueSource(strings = {"a", "ann:1", "ş👋", "names:"})
    void encodedCursorCanBeDecoded(String place) {
        assertThat(CURSORS.decode(CURSORS.encode(place))).isEqualTo(place);
        assertThat(CURSORS.encode(place)).matches("[A-Za-z0-9_-]+");
    }

    @Test
    void encodingNeverChanges() {
        assertThat(CURSORS.encode("ann")).isEqualTo("AeU0dMpuYW1lczphbm4");
    }

    @Test
    void invalidPositionIsRefused() {
        assertBad(CURSORS.encode(""));
        assertBad(new CursorCodec<>("name", (String name) -> name, Optional::of).encode("s:ann"));
    }

    @Test
    void otherVersionOrChecksumIsRefused() {
        byte[] good = Base64.getUrlDecoder().decode(CURSORS.encode("ann"));
        for (int at = 0; at < good.length; at++) {
            byte[] other = good.clone();
            other[at]++;
            assertBad(Base64.getUrlEncoder().withoutPadding().encodeToString(other));
        }
        assertBad(Base64.getUrlEncoder().encodeToString("names:ann".getBytes(StandardCharsets.UTF_8)));
        assertBad("AAAA");
    }

    private static void assertBad(String cursor) {
        assertThatThrownBy(() -> CURSORS.decode(cursor)).isInstanceOf(WebApplicationException.class);
    }
}
