package dev.parley.adapters.rest.golden;

import com.fasterxml.jackson.databind.JsonNode;

/** One request of a scenario and what the seed answered to it, normalised. */
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

    /** Where it stands and what it asks, for a test's name. */
    public String title() {
        return "%s %d: %s %s".formatted(scenario, number, method(), path());
    }
}
