package dev.parley.bootstrap.service;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.Optional;
import java.util.function.Consumer;
import java.util.function.Supplier;

/** Something to ask that changes nothing, and what the answer must be. */
record Question(Device device, String path, Consumer<Answer> check) {

    /** @param expected what the model answers by then */
    static Question json(Device device, String path, Supplier<JsonNode> expected) {
        return new Question(device, path, answer -> Expect.json(200, expected.get(), answer));
    }

    /** @param expected empty if there is no such message for the asker */
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
