package dev.parley.bootstrap.service;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import dev.parley.bootstrap.service.model.Json;
import dev.parley.bootstrap.service.model.Wildcard;
import java.util.List;

/** Compares responses with the expected ones. */
final class ResponseAssertions {

    private ResponseAssertions() {}

    /** @param body may contain wildcards, which take the value of the response */
    static void json(int status, JsonNode body, ApiResponse answer) {
        assertThat(answer.status()).as(answer.toString()).isEqualTo(status);
        JsonNode actual = answer.json();
        assertThat(actual).isEqualTo(Wildcard.fill(body, actual));
    }

    static void items(List<JsonNode> expected, List<JsonNode> actual) {
        JsonNode all = Json.object("items", actual);
        assertThat(all).isEqualTo(Wildcard.fill(Json.object("items", expected), all));
    }

    static void nothing(int status, ApiResponse answer) {
        assertThat(answer.status()).as(answer.toString()).isEqualTo(status);
        assertThat(answer.text()).isEmpty();
    }

    /** A response of v1. */
    static void problem(int status, String code, ApiResponse answer) {
        assertThat(answer.status()).as(answer.toString()).isEqualTo(status);
        assertThat(answer.json().get("code").asText()).isEqualTo(code);
    }

    /** A response of the legacy API. */
    static void refusal(int status, ApiResponse answer) {
        assertThat(answer.status()).as(answer.toString()).isEqualTo(status);
    }
}
