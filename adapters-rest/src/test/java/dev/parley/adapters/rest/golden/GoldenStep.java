package dev.parley.adapters.rest.golden;

import com.fasterxml.jackson.databind.JsonNode;

/** One request of a scenario and the normalised response of the legacy API. */
public record GoldenStep(String scenario, int number, JsonNode request, JsonNode answer) {

    public String method() {
        return request.get("method").asText();
    }

    public String path() {
        return request.get("path").asText();
    }

    public int repeat() {
        return request.path("repeat").asInt(1);
    }

    /** Position and request, for the name of the test. */
    public String title() {
        return "%s %d: %s %s".formatted(scenario, number, method(), path());
    }
}
