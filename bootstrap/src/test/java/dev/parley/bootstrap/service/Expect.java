package dev.parley.bootstrap.service;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import dev.parley.bootstrap.service.model.Hole;
import dev.parley.bootstrap.service.model.Json;
import java.util.List;

/** Compares answers with what they should be. */
final class Expect {

    private Expect() {}

    /** @param body may have holes, which are filled with what the answer says there */
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

    /** One of v1. */
    static void problem(int status, String code, Answer answer) {
        assertThat(answer.status()).as(answer.toString()).isEqualTo(status);
        assertThat(answer.json().get("code").asText()).isEqualTo(code);
    }

    /** One of classic. */
    static void refusal(int status, Answer answer) {
        assertThat(answer.status()).as(answer.toString()).isEqualTo(status);
    }
}
