package dev.parley.adapters.rest.json;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.fasterxml.jackson.core.JsonParser;
import com.fasterxml.jackson.core.JsonToken;
import dev.parley.adapters.rest.testkit.CollidingNames;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Map;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;

final class JsonMembersTest {

    private final AtomicInteger valuesRead = new AtomicInteger();

    @Test
    void objectWith64MembersIsRead() throws MalformedJsonException {
        assertThat(parse(CollidingNames.object(64))).hasSize(64).containsEntry("AaAaAaAaAaAaAaAaAaAa", "1");
    }

    /** The rest is not JSON and must not be parsed. */
    @Test
    void parsingStopsAtMember65() {
        String body = CollidingNames.object(41_500).replace("}", ", never read");

        assertThatThrownBy(() -> parse(body))
                .isInstanceOf(MalformedJsonException.class)
                .hasMessage("More than 64 fields: line 1 column 1602");
        assertThat(valuesRead).hasValue(64);
    }

    @Test
    void repeatedNameIsRejected() {
        assertThatThrownBy(() -> parse("{\"a\":1,\"b\":2,\"\\u0061\":3}"))
                .isInstanceOf(MalformedJsonException.class)
                .hasMessage("Duplicate field name: line 1 column 14");
        assertThat(valuesRead).hasValue(2);
    }

    @Test
    void collidingNamesHaveTheSameHash() {
        List<String> names = CollidingNames.of(1000);
        assertThat(names.stream().map(String::hashCode).collect(Collectors.toSet()))
                .hasSize(1);
        assertThat(names).doesNotHaveDuplicates();
    }

    private Map<String, String> parse(String json) throws MalformedJsonException {
        return StrictJson.parse(
                json.getBytes(StandardCharsets.UTF_8), (first, parser) -> JsonMembers.read(parser, this::text));
    }

    private String text(JsonToken token, JsonParser parser) throws IOException {
        valuesRead.incrementAndGet();
        return parser.getText();
    }
}
