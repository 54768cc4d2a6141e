package dev.parley.bootstrap.service;

import static org.assertj.core.api.Assertions.assertThat;

import dev.parley.bootstrap.service.model.Json;
import dev.parley.bootstrap.service.model.Model.Sending;
import dev.parley.bootstrap.service.model.ModelMessage;
import dev.parley.bootstrap.service.model.ModelUser;
import java.util.List;
import java.util.Optional;

/** Sends messages to others and to oneself, on both APIs, with keys and without. */
final class SendingCommands {

    private static final List<String> CONTENTS = List.of(
            "hello", " blanks at the ends ", "line\nby line", "\"quoted\" \\ <b>", "naïve 🙂 ıİ", "x".repeat(200));

    private final ModelRun course;

    SendingCommands(ModelRun course) {
        this.course = course;
    }

    void take() {
        Device device = course.randomDevice();
        ModelUser receiver = course.peerOf(device.user());
        switch (course.random().nextInt(10)) {
            case 0 -> nothing(device, receiver);
            case 1, 2, 3 -> inClassic(device, receiver, content());
            case 4, 5, 6 -> inV1(device, receiver, content(), Optional.empty());
            case 7, 8 -> inV1(device, receiver, content(), Optional.of(freshKey(device.user())));
            default -> again(device);
        }
    }

    private String content() {
        return course.oneOf(CONTENTS) + (course.messages().all().size() + 1);
    }

    /** Some must be escaped in a quoted key. */
    private String freshKey(ModelUser user) {
        return course.oneOf(List.of("key ", "k\"\\")) + user.keys().size();
    }

    private void nothing(Device device, ModelUser receiver) {
        course.recordCommand(device.user(), receiver, "sends nothing");
        var blank = Json.object("content", " ");
        ApiResponse v1 = device.post(conversation(receiver), blank);
        ApiResponse classic = device.post(classic(receiver), blank);
        ResponseAssertions.problem(422, "validation_failed", v1);
        ResponseAssertions.refusal(receiver.isErased() ? 404 : 400, classic);
    }

    void inClassic(Device device, ModelUser receiver, String content) {
        course.recordCommand(device.user(), receiver, "sends by the legacy API");
        ApiResponse answer = device.post(classic(receiver), Json.object("content", content));
        if (receiver.isErased()) {
            ResponseAssertions.refusal(404, answer);
        } else {
            Sending sending = course.model().send(device.user(), receiver, content.strip(), Optional.empty());
            assertThat(sending)
                    .isInstanceOfSatisfying(
                            Sending.Stored.class,
                            stored -> ResponseAssertions.json(
                                    201, stored.message().legacyJson(), answer));
        }
    }

    private void again(Device device) {
        List<String> keys = device.user().keys();
        if (!keys.isEmpty()) {
            String key = course.oneOf(keys);
            ModelMessage first = device.user().sentWith(key).orElseThrow();
            boolean elsewhere = course.oneIn(4);
            boolean otherwise = course.oneIn(4);
            inV1(
                    device,
                    elsewhere ? course.peerOf(device.user()) : first.receiver(),
                    otherwise ? content() : first.content(),
                    Optional.of(key));
        }
    }

    private void inV1(Device device, ModelUser receiver, String content, Optional<String> key) {
        course.recordCommand(device.user(), receiver, "sends in v1, key " + key);
        ApiResponse answer =
                device.post(conversation(receiver), Json.object("content", content), key.map(this::written));
        boolean isRepeat = key.flatMap(device.user()::sentWith).isPresent();
        if (receiver.isErased() && !isRepeat) {
            ResponseAssertions.problem(404, "user_not_found", answer);
        } else {
            expect(course.model().send(device.user(), receiver, content, key), answer);
        }
    }

    private static void expect(Sending sending, ApiResponse answer) {
        switch (sending) {
            case Sending.Stored(ModelMessage message) -> {
                ResponseAssertions.json(201, message.json(), answer);
                assertThat(answer.header("Idempotency-Replayed")).isEmpty();
            }
            case Sending.Repeated(ModelMessage message) -> {
                ResponseAssertions.json(201, message.json(), answer);
                assertThat(answer.header("Idempotency-Replayed")).contains("true");
            }
            case Sending.KeyReused() -> ResponseAssertions.problem(422, "idempotency_key_reused", answer);
        }
    }

    /** A bare and a quoted key are the same. */
    private String written(String key) {
        return course.oneIn(2) ? key : '"' + key.replace("\\", "\\\\").replace("\"", "\\\"") + '"';
    }

    private static String conversation(ModelUser receiver) {
        return "/v1/conversations/" + receiver.name() + "/messages";
    }

    private static String classic(ModelUser receiver) {
        return "/message/" + receiver.name() + "/";
    }
}
