package dev.parley.bootstrap.service.model;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.TextNode;
import java.util.Optional;

/** One login of a user. No run is so long that a later use of it is written down. */
public final class ModelSession {

    private final Optional<String> device;
    private final Told id = Told.id();
    private final Told createdAt = Told.time();
    private final Told expiresAt = Told.time();
    private String token = "";

    ModelSession(Optional<String> device) {
        this.device = device;
    }

    public Told id() {
        return id;
    }

    public String token() {
        return token;
    }

    /** The answer to the login in v1. */
    public JsonNode opened() {
        return Json.object("session_id", id, "token", toldToken(), "expires_at", expiresAt);
    }

    /** The answer to the login in classic. */
    public JsonNode openedInClassic() {
        return Json.object("token", toldToken());
    }

    private JsonNode toldToken() {
        return Hole.of(actual -> {
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
