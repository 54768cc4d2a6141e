package dev.parley.adapters.rest.v1;

import static org.assertj.core.api.Assertions.assertThat;

import dev.parley.adapters.rest.testkit.InMemoryParley;
import dev.parley.adapters.rest.testkit.Json;
import dev.parley.adapters.rest.testkit.RawHttp.Answer;
import dev.parley.adapters.rest.testkit.RestServer;
import dev.parley.application.testkit.InMemoryStores;
import dev.parley.application.testkit.TestClock;
import dev.parley.application.testkit.UseCases;
import io.dropwizard.testing.junit5.DropwizardExtensionsSupport;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

@ExtendWith(DropwizardExtensionsSupport.class)
final class MessageTest {

    private static final InMemoryStores STORES = InMemoryStores.empty();
    private static final RestServer SERVER =
            RestServer.over(InMemoryParley.over(UseCases.over(STORES, TestClock.standing())));

    private V1Server server;
    private String ann;
    private String bea;

    @BeforeEach
    void meet() {
        server = V1Server.at(SERVER);
        ann = server.newcomer("ann");
        bea = server.newcomer("bea");
    }

    @AfterEach
    void leave() {
        STORES.unitOfWork().clear();
    }

    @Test
    void participantsGetTheMessageAsTheirHistoryShowsIt() {
        String id = server.write("bea", "hello", ann).get("id").asText();

        assertThat(server.read("/v1/messages/" + id, ann))
                .isEqualTo(server.read(V1Server.messages("bea"), ann).at("/items/0"));
        assertThat(server.read("/v1/messages/" + id, bea))
                .isEqualTo(server.read(V1Server.messages("ann"), bea).at("/items/0"));
    }

    @Test
    void messageStaysUnread() {
        String id = server.write("bea", "hello", ann).get("id").asText();

        server.read("/v1/messages/" + id, bea);

        assertThat(server.get("/v1/unread", bea).body()).isEqualTo("{\"total\":1,\"conversations\":1}");
    }

    @Test
    void heldMessageIsUnknownToItsReceiverUntilItIsReleased() {
        server.send("PUT", "/v1/blocks/ann", bea);
        String held = server.write("bea", "held", ann).get("id").asText();

        assertThat(server.get("/v1/messages/" + held, ann).status()).isEqualTo(200);
        assertUnknown(server.get("/v1/messages/" + held, bea));

        server.send("DELETE", "/v1/blocks/ann", bea);
        assertThat(server.get("/v1/messages/" + held, bea).status()).isEqualTo(200);
    }

    @Test
    void messageOfOtherUsersIsUnknown() {
        String id = server.write("bea", "hello", ann).get("id").asText();

        assertUnknown(server.get("/v1/messages/" + id, server.newcomer("cem")));
    }

    @ParameterizedTest
    @ValueSource(strings = {"0", "007", "-1", "+1", "1.0", "x", "%31x", "999999999999999999", "99999999999999999999"})
    void idOfNoMessageIsUnknown(String id) {
        assertUnknown(server.get("/v1/messages/" + id, ann));
    }

    private static void assertUnknown(Answer answer) {
        assertThat(answer.status()).isEqualTo(404);
        assertThat(Json.of(answer).get("code").asText()).isEqualTo("message_not_found");
    }
}
