package dev.parley.bootstrap.service;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import dev.parley.bootstrap.service.model.Hole;
import dev.parley.bootstrap.service.model.Json;
import java.util.List;

/** Compares responses with the expected ones. */
final class Expect {

    private Expect() {}

    /** @param body may contain wildcards, which take the value of the response */
    static void json(int status, JsonNode body, Answer answer) {
        assertThat(answer.status()).as(answer.toString()).isEqualTo(status);
        JsonNode actual = answer.json();
        assertThat(actual).isEqualTo(Hole.fill(body, actual));
    }

    static void items(List<JsonNode> expected, List<JsonNode> actual) {
        JsonNode all = Json.object("items", actual);
        assertThat(all).isEqualTo(Hole.fill(Json.object("items", expected), all));
    }

    static void nothing(int status, Answer answer) {
        assertThat(answer.status()).as(answer.toString()).isEqualTo(status);
        assertThat(answer.text()).isEmpty();
    }

    /** A response of v1. */
    static void problem(int status, String code, Answer answer) {
        assertThat(answer.status()).as(answer.toString()).isEqualTo(status);
        assertThat(answer.json().get("code").asText()).isEqualTo(code);
    }

    /** A response of the legacy API. */
    static void refusal(int status, Answer answer) {
        assertThat(answer.status()).as(answer.toString()).isEqualTo(status);
    }
}
