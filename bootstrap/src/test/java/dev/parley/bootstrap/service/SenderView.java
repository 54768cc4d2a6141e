package dev.parley.bootstrap.service;

import dev.parley.bootstrap.service.TwinWorld.Role;
import java.util.List;
import java.util.stream.Stream;

/** All read-only requests of v1 that a sender can make. */
record SenderView(TwinWorld world) {

    /** The number of detail requests. */
    static final int DETAILS = 19;

    /** Where a block is most likely to be visible. */
    List<String> summaries() {
        return List.of(
                "/v1/events?wait=0&limit=200&after=" + world.cursor(),
                "/v1/conversations",
                "/v1/unread",
                history(Role.RECEIVER) + 200);
    }

    /** The delivery report of a message. */
    String report(int message) {
        return "/v1/messages/" + world.id(message) + "/receipts";
    }

    /** All other requests, with histories around a message, which may belong to another conversation. */
    List<String> details(int message, int limit) {
        String receiver = world.name(Role.RECEIVER);
        return Stream.concat(
                        Stream.of(
                                "/v1/conversations?filter=unread",
                                "/v1/conversations?limit=1",
                                "/v1/blocks",
                                "/v1/sessions",
                                "/v1/me",
                                "/v1/users/" + receiver,
                                "/v1/users?prefix=" + receiver),
                        Stream.of(Role.values()).flatMap(peer -> histories(peer, message, limit)))
                .toList();
    }

    private Stream<String> histories(Role peer, int message, int limit) {
        return Stream.of(
                        "",
                        "&before=" + world.id(message),
                        "&after=" + world.id(message),
                        "&around=" + world.id(message))
                .map(where -> history(peer) + limit + where);
    }

    /** From the first event. */
    String allEvents() {
        return "/v1/events?wait=0&limit=200&after=" + world.start();
    }

    /** The sender's own activities, which appear after a delay. */
    String activity() {
        return "/v1/me/activity?limit=200";
    }

    private String history(Role peer) {
        return "/v1/conversations/" + world.name(peer) + "/messages?limit=";
    }
}
