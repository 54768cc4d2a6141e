package dev.parley.adapters.rest.v1;

import static org.assertj.core.api.Assertions.assertThat;

import dev.parley.adapters.rest.testkit.InMemoryParley;
import dev.parley.adapters.rest.testkit.Json;
import dev.parley.adapters.rest.testkit.RawHttp.Answer;
import dev.parley.adapters.rest.testkit.RestServer;
import dev.parley.application.port.in.conversation.SendMessageUseCase;
import dev.parley.application.port.in.erasure.EraseAccountUseCase;
import dev.parley.application.port.in.session.Caller;
import dev.parley.application.testkit.InMemoryStores;
import dev.parley.application.testkit.TestClock;
import dev.parley.application.testkit.UseCases;
import dev.parley.domain.conversation.SendResult;
import dev.parley.domain.shared.Origin;
import io.dropwizard.testing.junit5.DropwizardExtensionsSupport;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;

/** The sender's account is erased between authentication and the send. */
@ExtendWith(DropwizardExtensionsSupport.class)
final class ErasedSenderTest {

    private static final UseCases ALL = UseCases.over(InMemoryStores.empty(), TestClock.standing());
    private static final RestServer SERVER =
            RestServer.over(InMemoryParley.over(ALL).with(SendMessageUseCase.class, ErasedSenderTest::eraseAndSend));

    @Test
    void erasedSenderReceivesInvalidToken() {
        V1Server server = V1Server.at(SERVER);
        String ann = server.newcomer("ann");
        server.register("bea");

        Answer answer = server.post(V1Server.messages("bea"), V1Server.content("hello"), ann);

        assertThat(answer.status()).isEqualTo(401);
        assertThat(Json.of(answer).get("code").asText()).isEqualTo("invalid_token");
        assertThat(answer.header("www-authenticate")).isPresent();
    }

    private static SendResult eraseAndSend(SendMessageUseCase.Command command) {
        Caller caller = new Caller(command.sender(), command.origin().session().orElseThrow());
        ALL.erase().erase(new EraseAccountUseCase.Command(caller, Origin.operator()));
        return ALL.send().send(command);
    }
}
