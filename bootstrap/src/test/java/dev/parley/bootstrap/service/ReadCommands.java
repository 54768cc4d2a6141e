package dev.parley.bootstrap.service;

import dev.parley.bootstrap.service.model.Json;
import dev.parley.bootstrap.service.model.ModelMessage;
import dev.parley.bootstrap.service.model.ModelPages;
import dev.parley.bootstrap.service.model.ModelUser;
import java.util.List;

/** Reads messages: all of a conversation by opening it in the legacy API, or up to a message by a v1 receipt. */
final class ReadCommands {

    private static final String UNKNOWN = "999999999999";

    private final ModelRun course;

    ReadCommands(ModelRun course) {
        this.course = course;
    }

    void take() {
        Device device = course.randomDevice();
        ModelUser peer = course.peerOf(device.user());
        switch (course.random().nextInt(6)) {
            case 0 -> open(device, peer);
            case 1 -> readUpToNothing(device, peer);
            default -> readUpTo(device, peer);
        }
    }

    private void open(Device device, ModelUser peer) {
        int last = course.pagesOf(device.user(), peer).last();
        String page = course.oneOf(List.of("last", "1", Integer.toString(last), Integer.toString(last + 1)));
        course.recordCommand(device.user(), peer, "opens page " + page);
        ApiResponse answer = device.get("/message/" + peer.name() + "/?page=" + page);
        if (peer.isErased() || page.equals(Integer.toString(last + 1))) {
            ResponseAssertions.refusal(404, answer);
        } else {
            course.model().readAll(device.user(), peer);
            ModelPages pages = course.pagesOf(device.user(), peer);
            ResponseAssertions.json(200, pages.page(page.equals("1") ? 1 : last), answer);
        }
    }

    private void readUpToNothing(Device device, ModelUser peer) {
        course.recordCommand(device.user(), peer, "reads up to no message");
        String id = course.oneOf(List.of(UNKNOWN, "0", "no id"));
        ResponseAssertions.problem(404, "message_not_found", readUpTo(device, peer, id));
        ResponseAssertions.problem(404, "message_not_found", device.get("/v1/messages/" + UNKNOWN));
        ResponseAssertions.problem(404, "message_not_found", device.get("/v1/messages/" + UNKNOWN + "/receipts"));
    }

    /** Any message: also an own one, one already read, a held one, or one of other users. */
    private void readUpTo(Device device, ModelUser peer) {
        List<ModelMessage> here = course.messages().between(device.user(), peer);
        List<ModelMessage> candidates =
                here.isEmpty() || course.oneIn(6) ? course.messages().all() : here;
        ModelMessage upTo =
                candidates.get(candidates.size() - 1 - course.random().nextInt(Math.min(12, candidates.size())));
        course.recordCommand(device.user(), peer, "reads up to " + upTo);
        ApiResponse answer = readUpTo(device, peer, upTo.id().value());
        if (course.messages().shown(device.user(), peer).contains(upTo)) {
            course.model().read(device.user(), peer, upTo);
            ResponseAssertions.json(200, course.answers().reading(device.user(), peer), answer);
        } else {
            ResponseAssertions.problem(404, "message_not_found", answer);
        }
    }

    private static ApiResponse readUpTo(Device device, ModelUser peer, String id) {
        return device.put("/v1/conversations/" + peer.name() + "/receipts", Json.object("read_up_to", id));
    }
}
