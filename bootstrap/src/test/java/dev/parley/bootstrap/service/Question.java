package dev.parley.bootstrap.service;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.Optional;
import java.util.function.Consumer;
import java.util.function.Supplier;

/** A read-only request and the expected response. */
record Question(Device device, String path, Consumer<Answer> check) {

    /** @param expected returns the response of the model at that time */
    static Question json(Device device, String path, Supplier<JsonNode> expected) {
        return new Question(device, path, answer -> Expect.json(200, expected.get(), answer));
    }

    /** @param expected empty if the message does not exist for the caller */
    static Question ofMessage(Device device, String path, Supplier<Optional<JsonNode>> expected) {
        return new Question(
                device,
                path,
                answer -> expected.get()
                        .ifPresentOrElse(
                                body -> Expect.json(200, body, answer),
                                () -> Expect.problem(404, "message_not_found", answer)));
    }

    Answer ask() {
        return device.get(path);
    }
}
