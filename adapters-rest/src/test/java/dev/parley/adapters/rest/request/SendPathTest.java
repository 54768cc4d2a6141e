package dev.parley.adapters.rest.request;

import static org.assertj.core.api.Assertions.assertThat;

import dev.parley.adapters.rest.classic.MessageResource;
import dev.parley.adapters.rest.v1.conversation.HistoryResource;
import jakarta.ws.rs.core.UriBuilder;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

final class SendPathTest {

    @ParameterizedTest
    @ValueSource(classes = {MessageResource.class, HistoryResource.class})
    void pathsOfSendResourcesAreSends(Class<?> resource) {
        String path = UriBuilder.fromResource(resource).build("bo").toString();

        assertThat(SendPath.isSend("POST", path)).isTrue();
        assertThat(SendPath.isSend("GET", path)).isFalse();
    }

    @ParameterizedTest
    @CsvSource({
        "POST, /message/bo/",
        "POST, /message/%C3%A4nne/",
        "POST, /v1/conversations/messages/messages",
    })
    void sendIsRecognised(String method, String path) {
        assertThat(SendPath.isSend(method, path)).isTrue();
    }

    @ParameterizedTest
    @CsvSource({
        "POST, /user/login/",
        "POST, /v1/sessions",
        "POST, /v1/conversations/bo/receipts",
        "PATCH, /v1/conversations/bo/messages",
        "POST, /v1/messages",
        "POST, /",
        "POST, ''",
    })
    void otherRequestIsNotASend(String method, String path) {
        assertThat(SendPath.isSend(method, path)).isFalse();
    }
}
