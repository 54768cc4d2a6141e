package dev.parley.adapters.rest.v1.event;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.parley.adapters.rest.v1.page.CursorCodec;
import dev.parley.domain.event.EventCursor;
import dev.parley.domain.event.EventEpoch;
import jakarta.ws.rs.WebApplicationException;
import java.util.Optional;
import java.util.UUID;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

final class EventCursorsTest {

    private static final UUID EPOCH = UUID.fromString("0b5c2f1e-8a39-4c6d-9a55-0f6b2d7e1c44");
    private static final CursorCodec<String> ANYTHING =
            new CursorCodec<>("events", text -> text, text -> Optional.of(text));

    @ParameterizedTest
    @ValueSource(longs = {0, 1, 41, 999_999_999_999_999_999L})
    void encodedCursorCanBeDecoded(long seq) {
        EventCursor cursor = new EventCursor(new EventEpoch(EPOCH), seq);
        assertThat(EventCursors.CODEC.decode(EventCursors.CODEC.encode(cursor))).isEqualTo(cursor);
    }

    @Test
    void encodingNeverChanges() {
        assertThat(EventCursors.CODEC.encode(new EventCursor(new EventEpoch(EPOCH), 41)))
                .isEqualTo(ANYTHING.encode(EPOCH + ".41"));
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "",
                "41",
                "0b5c2f1e-8a39-4c6d-9a55-0f6b2d7e1c44",
                "0b5c2f1e-8a39-4c6d-9a55-0f6b2d7e1c44.",
                "0b5c2f1e-8a39-4c6d-9a55-0f6b2d7e1c44.-1",
                "0b5c2f1e-8a39-4c6d-9a55-0f6b2d7e1c44.041",
                "0b5c2f1e-8a39-4c6d-9a55-0f6b2d7e1c44.9999999999999999999",
                "0B5C2F1E-8A39-4C6D-9A55-0F6B2D7E1C44.41",
                "1-1-1-1-1.41"
            })
    void otherTextIsRefused(String text) {
        assertThatThrownBy(() -> EventCursors.CODEC.decode(ANYTHING.encode(text)))
                .isInstanceOf(WebApplicationException.class);
    }
}
