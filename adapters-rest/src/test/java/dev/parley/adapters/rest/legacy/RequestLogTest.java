package dev.parley.adapters.rest.legacy;

import static org.assertj.core.api.Assertions.assertThat;

import dev.parley.adapters.rest.request.RequestContext;
import dev.parley.adapters.rest.testkit.InMemoryParley;
import dev.parley.adapters.rest.testkit.RawHttp.Request;
import dev.parley.adapters.rest.testkit.RestServer;
import dev.parley.application.testkit.TestClock;
import io.dropwizard.testing.junit5.DropwizardExtensionsSupport;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

@ExtendWith(DropwizardExtensionsSupport.class)
final class RequestLogTest {

    private static final BlockingQueue<String> LOG = new LinkedBlockingQueue<>();
    private static final RestServer SERVER = RestServer.over(
            InMemoryParley.empty(TestClock.standing()),
            request -> LOG.add(RequestContext.of(request).user().isPresent() ? "known user" : "unknown user"));

    @ParameterizedTest
    @ValueSource(strings = {"GET", "PATCH"})
    void callerIsLogged(String method) throws InterruptedException {
        LegacyServer server = LegacyServer.at(SERVER);
        String token = server.newcomer("gül");
        take(2);
        server.http().send(Request.of(method, "/message/nobody/").as(token));
        assertThat(take(1)).isEqualTo("known user");
    }

    @Test
    void learnsNothingOfAnUnknownUser() throws InterruptedException {
        LegacyServer.at(SERVER).get("/message/nobody/", "bad");
        assertThat(take(1)).isEqualTo("unknown user");
    }

    private static String take(int count) throws InterruptedException {
        String last = "";
        for (int taken = 0; taken < count; taken++) {
            last = String.valueOf(LOG.poll(10, TimeUnit.SECONDS));
        }
        return last;
    }
}
