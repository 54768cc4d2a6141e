package dev.parley.adapters.rest.v1;

import static org.assertj.core.api.Assertions.assertThat;

import dev.parley.adapters.rest.testkit.InMemoryParley;
import dev.parley.adapters.rest.testkit.RawHttp.Request;
import dev.parley.adapters.rest.testkit.RestServer;
import dev.parley.adapters.rest.testkit.SseClient;
import dev.parley.application.testkit.World;
import io.dropwizard.testing.junit5.DropwizardExtensionsSupport;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;

@ExtendWith(DropwizardExtensionsSupport.class)
final class EventStreamTest {

    private static final World WORLD = World.empty();
    private static final RestServer SERVER = RestServer.over(InMemoryParley.over(WORLD.app()), "request-7");

    @Test
    void spike() {
        var ann = WORLD.user("ann");
        var bo = WORLD.user("bo");
        var login = WORLD.loggedIn("ann");
        try (SseClient c = SseClient.open(
                SERVER.base(),
                Request.of("GET", "/v1/events/stream").as(login.token().value()))) {
            System.err.println(c.status() + " " + c.header("content-type") + c.header("cache-control")
                    + c.header("x-accel-buffering"));
            System.err.println(c.eventsUntil("caught_up"));
            WORLD.send(bo, ann, "hello");
            System.err.println(c.event());
            WORLD.app()
                    .logOut()
                    .logOut(new dev.parley.application.port.in.session.LogOutUseCase.Command(
                            World.caller(login), World.ORIGIN));
            System.err.println("OUT " + System.nanoTime() / 1000000);
            for (var b = c.next(); b.isPresent(); b = c.next())
                System.err.println(System.nanoTime() / 1000000 + " " + b);
            System.err.println("END " + System.nanoTime() / 1000000);
        }
        assertThat(SERVER.events().openStreams()).isZero();
    }
}
