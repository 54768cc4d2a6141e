package dev.parley.bootstrap.service;

import dev.parley.bootstrap.service.model.Json;
import dev.parley.bootstrap.service.model.ModelUser;

/** Blocks and unblocks other users and oneself, on both APIs, with and without an effect. */
final class BlockingCommands {

    private final ModelRun course;

    BlockingCommands(ModelRun course) {
        this.course = course;
    }

    void take() {
        Device device = course.randomDevice();
        ModelUser other = course.peerOf(device.user());
        boolean inClassic = course.oneIn(3);
        if (course.random().nextInt(5) < 2) {
            block(device, other, inClassic);
        } else {
            unblock(device, other, inClassic);
        }
    }

    private void block(Device device, ModelUser other, boolean inClassic) {
        course.recordCommand(device.user(), other, "blocks");
        ApiResponse answer = inClassic
                ? device.post("/user/block/" + other.name() + "/", Json.object())
                : device.put("/v1/blocks/" + other.name(), Json.object());
        if (other.isErased() && !device.user().isBlocking(other)) {
            ResponseAssertions.refusal(404, answer);
        } else {
            course.model().block(device.user(), other);
            if (inClassic) {
                ResponseAssertions.json(201, Json.object(), answer);
            } else {
                ResponseAssertions.nothing(204, answer);
            }
        }
    }

    /** Includes erased users, because unblocking releases their held messages. */
    private void unblock(Device device, ModelUser other, boolean inClassic) {
        course.recordCommand(device.user(), other, "unblocks");
        course.model().unblock(device.user(), other);
        ApiResponse answer = inClassic
                ? device.post("/user/unblock/" + other.name() + "/", Json.object())
                : device.delete("/v1/blocks/" + other.name());
        ResponseAssertions.nothing(204, answer);
    }
}
