package dev.parley.adapters.rest.legacy.json;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.core.JsonProcessingException;
import dev.parley.domain.conversation.ConversationId;
import dev.parley.domain.conversation.Message;
import dev.parley.domain.conversation.MessageId;
import dev.parley.domain.conversation.Place;
import dev.parley.domain.user.UserId;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

final class LegacyJsonTest {

    @Test
    void messageHasTheFieldOrderOfTheLegacyApi() {
        LegacyMessageResponse message = new LegacyMessageResponse(7, 1, 2, "hi", "2026-01-01T00:00:00Z", null);

        assertThat(written(message))
                .isEqualTo("{\"id\":7,\"sender\":1,\"reciever\":2,\"content\":\"hi\","
                        + "\"creation_datetime\":\"2026-01-01T00:00:00Z\",\"read_datetime\":null}");
        assertThat(message).hasToString("MessageResponse[7]");
    }

    @Test
    void messageOfAnErasedSenderHasEmptyContent() {
        Message erased = new Message(
                new MessageId(7),
                new ConversationId(3),
                new Place(1),
                new UserId(1),
                new UserId(2),
                Optional.empty(),
                Instant.EPOCH,
                Optional.empty());

        assertThat(written(LegacyMessageResponse.of(erased, Optional.empty()))).contains("\"content\":\"\"");
    }

    @Test
    void onlyTwoCharactersAreEscaped() {
        assertThat(written(new UsernameResponse("ş👋/\u2028\u2029\u007f\u00e9")))
                .isEqualTo("{\"username\":\"ş👋/\\u2028\\u2029\u007f\u00e9\"}");
        assertThat(written(new UsernameResponse("\"\\\n\t\u001f")))
                .isEqualTo("{\"username\":\"\\\"\\\\\\n\\t\\u001f\"}");
    }

    @Test
    void emptyResponseIsAnEmptyObject() {
        assertThat(written(new EmptyResponse())).isEqualTo("{}");
        assertThat(written(new LegacyHistoryResponse(0, null, null, List.of())))
                .isEqualTo("{\"count\":0,\"next\":null,\"previous\":null,\"results\":[]}");
    }

    @Test
    void errorsKeepTheirOrder() {
        Map<String, List<String>> errors = new LinkedHashMap<>();
        errors.put("username", List.of("a", "b"));
        errors.put("password", List.of("c"));

        assertThat(written(new FieldErrorsResponse(errors)))
                .isEqualTo("{\"username\":[\"a\",\"b\"],\"password\":[\"c\"]}");
        assertThat(written(new DetailResponse("x"))).isEqualTo("{\"detail\":\"x\"}");
        assertThat(written(new DetailResponse("x", "r"))).isEqualTo("{\"detail\":\"x\",\"request_id\":\"r\"}");
    }

    @Test
    void toStringHidesTheToken() {
        assertThat(new TokenResponse("0123")).hasToString("TokenResponse[redacted]");
    }

    @ParameterizedTest
    @CsvSource({
        "2020-09-03T08:09:43.986559Z, 2020-09-03T08:09:43.986559Z",
        "2020-09-03T08:09:43.900Z, 2020-09-03T08:09:43.900000Z",
        "2020-09-03T08:09:43.000001Z, 2020-09-03T08:09:43.000001Z",
        "2020-09-03T08:09:00Z, 2020-09-03T08:09:00Z",
    })
    void timesHaveTheFormatOfPython(String instant, String expected) {
        assertThat(LegacyTime.of(Instant.parse(instant))).isEqualTo(expected);
    }

    private static String written(LegacyBody body) {
        try {
            return new String(LegacyJson.writer().writeValueAsBytes(body), StandardCharsets.UTF_8);
        } catch (JsonProcessingException e) {
            throw new AssertionError(e);
        }
    }
}
