package dev.parley.adapters.rest.v1.event;

import dev.parley.adapters.rest.testkit.Json;
import dev.parley.adapters.rest.testkit.RawHttp.Request;
import dev.parley.adapters.rest.testkit.RestServer;
import dev.parley.adapters.rest.testkit.SseClient;
import dev.parley.adapters.rest.testkit.SseClient.Block;
import dev.parley.application.port.in.session.LogInUseCase.Result.LoggedIn;
import dev.parley.application.port.in.session.LogOutUseCase;
import dev.parley.application.testkit.UseCaseFixture;
import dev.parley.domain.event.EventCursor;
import dev.parley.domain.user.UserId;
import java.util.List;

/** A user of a test and the clients that follow the user's events. */
record EventClient(UseCaseFixture world, RestServer server, String name, UserId user, LoggedIn login) {

    /** Registers a new user. */
    static EventClient as(String name, UseCaseFixture world, RestServer server) {
        UserId user = world.user(name);
        return new EventClient(world, server, name, user, world.loggedIn(name));
    }

    /** The same user on another device. */
    EventClient elsewhere() {
        return new EventClient(world, server, name, user, world.loggedIn(name));
    }

    /** Sends the user this number of messages to themselves, each of which causes one event. */
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

    /** A stream that has sent all events so far. */
    SseClient caughtUp() {
        SseClient stream = stream();
        var unused = stream.eventsUntil("caught_up");
        return stream;
    }

    void logOut() {
        world.app().logOut().logOut(new LogOutUseCase.Command(UseCaseFixture.caller(login), UseCaseFixture.ORIGIN));
    }

    /** The cursor after this number of the user's events. */
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
