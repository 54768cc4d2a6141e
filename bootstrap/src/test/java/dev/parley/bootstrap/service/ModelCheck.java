package dev.parley.bootstrap.service;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.Optional;
import java.util.function.Consumer;
import java.util.function.Supplier;

/** A read-only request and the expected response. */
record ModelCheck(Device device, String path, Consumer<ApiResponse> check) {

    /** @param expected returns the response of the model at that time */
    static ModelCheck json(Device device, String path, Supplier<JsonNode> expected) {
        return new ModelCheck(device, path, answer -> ResponseAssertions.json(200, expected.get(), answer));
    }

    /** @param expected empty if the message does not exist for the caller */
    static ModelCheck ofMessage(Device device, String path, Supplier<Optional<JsonNode>> expected) {
        return new ModelCheck(
                device,
                path,
                answer -> expected.get()
                        .ifPresentOrElse(
                                body -> ResponseAssertions.json(200, body, answer),
                                () -> ResponseAssertions.problem(404, "message_not_found", answer)));
    }

    ApiResponse ask() {
        return device.get(path);
    }
}
