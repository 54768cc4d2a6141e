package dev.parley.bootstrap.service;

import com.fasterxml.jackson.databind.JsonNode;
import dev.parley.bootstrap.service.model.ModelHistory;
import dev.parley.bootstrap.service.model.ModelMessage;
import dev.parley.bootstrap.service.model.ModelUser;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.Function;

/** Pages through inboxes, events and histories in random steps, which changes nothing. */
final class PagingCommands {

    private static final int MOST_PAGES = 4;

    private final ModelRun course;

    PagingCommands(ModelRun course) {
        this.course = course;
    }

    void take() {
        Device device = course.randomDevice();
        switch (course.random().nextInt(5)) {
            case 0 -> inbox(device, course.oneIn(2));
            case 1 -> events(device);
            default ->
                history(
                        device,
                        course.peerOf(device.user()),
                        1 + course.random().nextInt(7));
        }
    }

    private void inbox(Device device, boolean unreadOnly) {
        course.recordCommand(device.user(), device.user(), "looks through the inbox");
        String path = "/v1/conversations?limit=1" + (unreadOnly ? "&filter=unread" : "");
        ResponseAssertions.items(
                course.answers().conversations(device.user(), unreadOnly),
                walk(device, path, page -> cursor(page, "next").map(next -> path + "&after=" + next)));
    }

    private void events(Device device) {
        course.recordCommand(device.user(), device.user(), "asks for all events again");
        String path = "/v1/events?wait=0&limit=" + (50 + course.random().nextInt(150)) + "&after=";
        ResponseAssertions.items(
                course.answers().events(device.user()),
                walk(
                        device,
                        path + course.following(device.user()).start(),
                        page -> cursor(page, "cursor")
                                .filter(next -> page.get("has_more").asBoolean())
                                .map(next -> path + next)));
    }

    private static List<JsonNode> walk(Device device, String first, Function<JsonNode, Optional<String>> next) {
        List<JsonNode> items = new ArrayList<>();
        Optional<String> path = Optional.of(first);
        while (path.isPresent()) {
            JsonNode page = device.get(path.get()).json();
            page.get("items").forEach(items::add);
            path = next.apply(page);
        }
        return items;
    }

    /** From the newest or any message, given by id, and then by cursor. */
    private void history(Device device, ModelUser peer, int limit) {
        ModelHistory history = new ModelHistory(course.messages().shown(device.user(), peer));
        String path = "/v1/conversations/" + peer.name() + "/messages?limit=" + limit;
        List<ModelMessage> marks = course.messages().between(device.user(), peer);
        int way = marks.isEmpty() ? 0 : course.random().nextInt(4);
        if (way == 0) {
            course.recordCommand(device.user(), peer, "looks at the newest messages");
            goOn(device, path, history, limit, expect(history.newest(limit), device.get(path)));
        } else {
            from(device, path, history, limit, course.oneOf(marks), way);
        }
    }

    private void from(Device device, String path, ModelHistory history, int limit, ModelMessage mark, int way) {
        course.recordCommand(mark.sender(), mark.receiver(), "looks at messages from " + mark + " on, way " + way);
        String id = mark.id().value();
        String parameter = List.of("before", "after", "around").get(way - 1);
        ApiResponse answer = device.get(path + "&" + parameter + "=" + id);
        if (!history.shown().contains(mark)) {
            ResponseAssertions.problem(404, "message_not_found", answer);
        } else if (way == 2) {
            nextNewerPage(device, path, history, limit, expect(history.after(mark, limit), answer));
        } else {
            JsonNode expected = way == 1 ? history.before(mark, limit) : history.around(mark, limit);
            goOn(device, path, history, limit, expect(expected, answer));
        }
    }

    private void goOn(Device device, String path, ModelHistory history, int limit, JsonNode first) {
        JsonNode page = first;
        for (int i = 0; i < MOST_PAGES && !page.get("next").isNull(); i++) {
            ModelMessage oldest = course.messages()
                    .named(page.get("items")
                            .get(page.get("items").size() - 1)
                            .get("id")
                            .asText());
            ApiResponse answer = device.get(path + "&before=" + page.get("next").asText());
            page = expect(history.before(oldest, limit), answer);
        }
    }

    /** To the end, and one page more, which must be empty. */
    private void nextNewerPage(Device device, String path, ModelHistory history, int limit, JsonNode first) {
        JsonNode page = first;
        for (int i = 0; i < MOST_PAGES && !page.get("items").isEmpty(); i++) {
            ModelMessage newest =
                    course.messages().named(page.get("items").get(0).get("id").asText());
            String cursor = page.get("after").asText();
            page = expect(history.after(newest, limit), device.get(path + "&after=" + cursor));
        }
    }

    private static JsonNode expect(JsonNode expected, ApiResponse answer) {
        ResponseAssertions.json(200, expected, answer);
        return answer.json();
    }

    private static Optional<String> cursor(JsonNode page, String name) {
        return Optional.of(page.get(name)).filter(JsonNode::isTextual).map(JsonNode::asText);
    }
}
