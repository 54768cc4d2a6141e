package dev.parley.adapters.rest.v1.event;

import dev.parley.adapters.rest.testkit.Json;
import dev.parley.adapters.rest.testkit.RawHttp.Request;
import dev.parley.adapters.rest.testkit.RestServer;
import dev.parley.adapters.rest.testkit.SseClient;
import dev.parley.adapters.rest.testkit.SseClient.Block;
import dev.parley.application.port.in.session.LogInUseCase.Result.LoggedIn;
import dev.parley.application.port.in.session.LogOutUseCase;
import dev.parley.application.testkit.World;
import dev.parley.domain.event.EventCursor;
import dev.parley.domain.user.UserId;
import java.util.List;

/** One user of a test and how they follow what happens to them. */
record Following(World world, RestServer server, String name, UserId user, LoggedIn login) {

    /** Somebody new. */
    static Following as(String name, World world, RestServer server) {
        UserId user = world.user(name);
        return new Following(world, server, name, user, world.loggedIn(name));
    }

    /** The same user on another device. */
    Following elsewhere() {
        return new Following(world, server, name, user, world.loggedIn(name));
    }

    /** Sends themselves so many messages, of which they get one event each. */
    void notes(int count, String text) {
        for (int i = 0; i < count; i++) {
            world.send(user, user, text);
        }
    }

    Request request(String path) {
        return Request.of("GET", path).as(login.token().value());
    }

    SseClient stream() {
        return SseClient.open(server.base(), request("/v1/events/stream"));
    }

    SseClient streamAfter(String cursor) {
        return SseClient.open(server.base(), request("/v1/events/stream").with("Last-Event-ID", cursor));
    }

    /** A stream that has nothing more to say for now. */
    SseClient caughtUp() {
        SseClient stream = stream();
        var unused = stream.eventsUntil("caught_up");
        return stream;
    }

    void logOut() {
        world.app().logOut().logOut(new LogOutUseCase.Command(World.caller(login), World.ORIGIN));
    }

    /** After so many events of theirs. */
    String cursor(long seq) {
        return EventCursors.CODEC.encode(new EventCursor(world.stores().epochs().current(), seq));
    }

    static List<Long> seqs(List<Block> blocks) {
        return blocks.stream()
                .map(Block::data)
                .filter(data -> data.startsWith("{\"seq\""))
                .map(data -> Json.of(data).get("seq").asLong())
                .toList();
    }
}
