package dev.parley.bootstrap.service;

import com.fasterxml.jackson.databind.JsonNode;
import dev.parley.bootstrap.service.model.Json;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.stream.StreamSupport;

/**
 * One of two worlds with the same commands between a sender, a recipient and a third user. Messages are numbered from
 * 0.
 */
final class TwinWorld {

    private final String name;
    private final Api sender;
    private final Api receiver;
    private final Api third;
    private final NormalisedResponse blurred;
    private final String start;
    private final List<String> ids = new ArrayList<>();
    private String cursor;
    private Optional<String> tombstone = Optional.empty();

    /** @param name has the same length as that of the other world */
    TwinWorld(String name, Api anonymous) {
        this.name = name;
        this.sender = anonymous.signUp("sender-" + name);
        this.receiver = anonymous.signUp("receiver-" + name);
        this.third = anonymous.signUp("third-" + name);
        this.blurred = new NormalisedResponse(name);
        this.start = sender.get("/v1/conversations").json().get("event_cursor").asText();
        this.cursor = start;
    }

    Api as(Role role) {
        return switch (role) {
            case SENDER -> sender;
            case RECEIVER -> receiver;
            case THIRD -> third;
        };
    }

    String name(Role role) {
        return switch (role) {
            case SENDER -> "sender-" + name;
            case RECEIVER -> tombstone.orElse("receiver-" + name);
            case THIRD -> "third-" + name;
        };
    }

    String id(int message) {
        return ids.get(message);
    }

    /** The cursor after which the sender has not read events. */
    String cursor() {
        return cursor;
    }

    /** The cursor before all events of the sender. */
    String start() {
        return start;
    }

    ApiResponse send(Role from, Role to, String content, Optional<String> key) {
        String path = "/v1/conversations/" + name(to) + "/messages";
        return sent(as(from).post(path, Json.object("content", content).toString(), key));
    }

    ApiResponse sendByLegacyApi(Role from, Role to, String content) {
        return sent(as(from).send(name(to), content));
    }

    /** Records the message, if one was stored. */
    private ApiResponse sent(ApiResponse answer) {
        if (answer.status() == 201 && answer.header("Idempotency-Replayed").isEmpty()) {
            ids.add(answer.json().get("id").asText());
        }
        return answer;
    }

    ApiResponse readUpTo(Role reader, Role peer, int message) {
        String path = "/v1/conversations/" + name(peer) + "/receipts";
        return as(reader).put(path, Json.object("read_up_to", id(message)).toString());
    }

    ApiResponse block(Role blocker, Role blocked) {
        return as(blocker).put("/v1/blocks/" + name(blocked), "{}");
    }

    ApiResponse unblock(Role blocker, Role blocked) {
        return as(blocker).delete("/v1/blocks/" + name(blocked));
    }

    /** The recipient erases the account and has a placeholder name from then on. */
    ApiResponse eraseReceiver() {
        ApiResponse answer = receiver.delete("/v1/me");
        JsonNode inbox = sender.get("/v1/conversations").json().get("items");
        tombstone = StreamSupport.stream(inbox.spliterator(), false)
                .map(item -> item.get("peer").asText())
                .filter(peer -> peer.startsWith("~"))
                .findFirst();
        return answer;
    }

    /** The sender's responses, without ids and times. */
    String blur(ApiResponse response) {
        if (response.status() == 200 && response.json().has("has_more")) {
            cursor = response.json().get("cursor").asText();
        }
        return blurred.text(response);
    }

    enum Role {
        SENDER,
        RECEIVER,
        THIRD
    }
}
