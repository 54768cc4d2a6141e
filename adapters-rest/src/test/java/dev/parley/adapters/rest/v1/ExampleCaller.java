package dev.parley.adapters.rest.v1;

import com.fasterxml.jackson.databind.JsonNode;
import dev.parley.adapters.rest.testkit.Json;
import dev.parley.adapters.rest.testkit.openapi.ApiOperation;
import java.util.Map;

/**
 * A user for whom every example of the document is valid. The user's password is that of the examples, and Bea, whose
 * name the examples use, has written to the user.
 *
 * @param ids the replacements for the ids of the examples, by the names of parameters and fields
 */
record ExampleCaller(String name, String token, Map<String, String> ids) {

    /** The password of the examples. */
    static final String PASSWORD = "correct horse battery";

    static final String BEA = "bea";

    /** Registers a user with a message and a second session. */
    static ExampleCaller newcomer(String name, V1Server server) {
        server.post("/v1/users", V1Server.credentials(BEA, PASSWORD));
        server.post("/v1/users", V1Server.credentials(name, PASSWORD));
        JsonNode session = server.login(name, PASSWORD);
        String other = server.login(name, PASSWORD).get("session_id").asText();
        String bea = server.login(BEA, PASSWORD).get("token").asText();
        String message = Json.of(server.post("/v1/conversations/" + name + "/messages", "{\"content\":\"Hi\"}", bea))
                .get("id")
                .asText();
        return new ExampleCaller(
                name,
                session.get("token").asText(),
                Map.of("session_id", other, "message_id", message, "read_up_to", message, "wait", "0"));
    }

    /** A request with the values of the examples. */
    ExampleRequest call(ApiOperation operation) {
        return new ExampleRequest(operation, ids);
    }
}
