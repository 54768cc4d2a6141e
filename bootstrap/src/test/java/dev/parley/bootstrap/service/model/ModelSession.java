package dev.parley.bootstrap.service.model;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.TextNode;
import java.util.Optional;

/** A session of a user. Runs are too short for an update of its last use. */
public final class ModelSession {

    private final Optional<String> device;
    private final LearnedValue id = LearnedValue.id();
    private final LearnedValue createdAt = LearnedValue.time();
    private final LearnedValue expiresAt = LearnedValue.time();
    private String token = "";

    ModelSession(Optional<String> device) {
        this.device = device;
    }

    public LearnedValue id() {
        return id;
    }

    public String token() {
        return token;
    }

    /** The log-in response of v1. */
    public JsonNode opened() {
        return Json.object("session_id", id, "token", learnedToken(), "expires_at", expiresAt);
    }

    /** The log-in response of the legacy API. */
    public JsonNode openedByLegacyApi() {
        return Json.object("token", learnedToken());
    }

    private JsonNode learnedToken() {
        return Wildcard.of(actual -> {
            token = actual.asText();
            return token.matches("[0-9a-f]{40}") ? actual : TextNode.valueOf("40 digits");
        });
    }

    JsonNode listed(ModelSession current) {
        return Json.object(
                "id", id,
                "device_name", device,
                "address", "127.0.0.1",
                "created_at", createdAt,
                "last_seen_at", createdAt,
                "expires_at", expiresAt,
                "current", this == current);
    }
}
