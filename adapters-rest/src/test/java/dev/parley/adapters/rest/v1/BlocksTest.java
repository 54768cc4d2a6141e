package dev.parley.adapters.rest.v1;

import static org.assertj.core.api.Assertions.assertThat;

import dev.parley.adapters.rest.testkit.InMemoryParley;
import dev.parley.adapters.rest.testkit.RawHttp.Answer;
import dev.parley.adapters.rest.testkit.RawHttp.Request;
import dev.parley.adapters.rest.testkit.RestServer;
import dev.parley.application.testkit.TestClock;
import io.dropwizard.testing.junit5.DropwizardExtensionsSupport;
import java.time.Duration;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;

@ExtendWith(DropwizardExtensionsSupport.class)
final class BlocksTest {

    private static final TestClock CLOCK = TestClock.standing();
    private static final RestServer SERVER = RestServer.over(InMemoryParley.empty(CLOCK));
    private static final String NONE = "{\"items\":[],\"next\":null}";

    private final V1Server server = V1Server.at(SERVER);

    @Test
    void blockingAndUnblockingAreIdempotent() {
        String token = server.newcomer("ann");
        server.register("bea");
        for (int round = 0; round < 2; round++) {
            Answer answer = server.send("PUT", "/v1/blocks/bea", token);
            assertThat(answer.status()).isEqualTo(204);
            assertThat(answer.body()).isEmpty();
            assertThat(server.get("/v1/blocks", token).body())
                    .isEqualTo("{\"items\":[{\"username\":\"bea\",\"since\":\"2026-11-22T10:15:30.123456Z\"}],"
                            + "\"next\":null}");
            CLOCK.advance(Duration.ofSeconds(round));
        }
        for (int round = 0; round < 2; round++) {
            assertThat(server.send("DELETE", "/v1/blocks/bea", token).status()).isEqualTo(204);
            assertThat(server.get("/v1/blocks", token).body()).isEqualTo(NONE);
        }
    }

    @Test
    void blockIsInvisibleToTheBlockedUser() {
        String token = server.newcomer("cem");
        String blocked = server.newcomer("deniz");
        String before = server.get("/v1/users/cem", blocked).body();
        server.send("PUT", "/v1/blocks/deniz", token);
        assertThat(server.get("/v1/users/cem", blocked).body()).isEqualTo(before);
        assertThat(server.get("/v1/users?prefix=cem", blocked).body()).contains(before);
        assertThat(server.get("/v1/blocks", blocked).body()).isEqualTo(NONE);
    }

    @Test
    void blocksApplyToTheLegacyApi() {
        String token = server.newcomer("ece");
        server.register("fatma");
        assertThat(server.http()
                        .send(Request.of("POST", "/user/block/fatma/").as(token))
                        .status())
                .isEqualTo(201);
        assertThat(server.get("/v1/blocks", token).body()).contains("\"username\":\"fatma\"");
    }
}
