package dev.parley.bootstrap.http;

import static org.assertj.core.api.Assertions.assertThat;

import java.security.SecureRandom;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.NullSource;
import org.junit.jupiter.params.provider.ValueSource;

final class RequestIdsTest {

    private static final String LONGEST = "a23456789012345678901234567890123456789012345678901234567890abcd";

    private final RequestIds ids = new RequestIds(new SecureRandom());

    @ParameterizedTest
    @ValueSource(strings = {"a", "0", "3f2a-77_B.c", "018f2a7e-5d1c-7a3b-9c4d-0123456789ab", LONGEST})
    void aDecentIdIsKept(String proposed) {
        assertThat(ids.choose(proposed)).isEqualTo(proposed);
    }

    @ParameterizedTest
    @NullSource
    @ValueSource(
            strings = {
                "",
                " ",
                "a b",
                "a\r\nSet-Cookie: x=y",
                "a\n",
                "\u001b[31mred",
                "<script>",
                "\"",
                "é",
                "\u0131d",
                LONGEST + "e"
            })
    void anythingElseIsReplaced(String proposed) {
        assertThat(ids.choose(proposed)).matches("[0-9a-f]{16}");
    }

    @Test
    void mintedIdsDiffer() {
        assertThat(ids.choose(null)).isNotEqualTo(ids.choose(null));
    }
}
