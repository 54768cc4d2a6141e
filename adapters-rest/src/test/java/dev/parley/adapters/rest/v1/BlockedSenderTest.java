package dev.parley.adapters.rest.v1;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import dev.parley.adapters.rest.testkit.InMemoryParley;
import dev.parley.adapters.rest.testkit.Json;
import dev.parley.adapters.rest.testkit.RawHttp.Answer;
import dev.parley.adapters.rest.testkit.RawHttp.Request;
import dev.parley.adapters.rest.testkit.RestServer;
import dev.parley.application.testkit.TestClock;
import io.dropwizard.testing.junit5.DropwizardExtensionsSupport;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;

/** A sender cannot find out from any response whether the recipient blocks them. */
@ExtendWith(DropwizardExtensionsSupport.class)
final class BlockedSenderTest {

    private static final RestServer SERVER = RestServer.over(InMemoryParley.empty(TestClock.standing()));

    private final V1Server server = V1Server.at(SERVER);

    @Test
    void blockedSenderReceivesTheSameResponses() {
        List<String> blocked = answers("ann", "bea", true);
        List<String> unblocked = answers("cem", "deniz", false);
        assertThat(blocked).isEqualTo(unblocked);
    }

    /** All responses that the sender receives, without names and ids. */
    private List<String> answers(String name, String peer, boolean blocks) {
        String sender = server.newcomer(name);
        String receiver = server.newcomer(peer);
        List<Answer> answers = new ArrayList<>();
        server.write(name, "before", receiver);
        if (blocks) {
            server.send("PUT", "/v1/blocks/" + name, receiver);
        }
        answers.add(server.post(V1Server.messages(peer), V1Server.content("hello"), sender));
        answers.add(sendWithKey(peer, "once", sender));
        answers.add(sendWithKey(peer, "once", sender));
        answers.add(sendWithKey(peer, "another", sender));
        answers.add(server.get(V1Server.messages(peer) + "?limit=2", sender));
        String id = lastId(peer, sender);
        answers.add(server.get(V1Server.messages(peer) + "?limit=1&before=" + id, sender));
        answers.add(server.get(V1Server.messages(peer) + "?around=" + id, sender));
        answers.add(server.get("/v1/messages/" + id, sender));
        answers.add(server.get("/v1/messages/" + id + "/receipts", sender));
        answers.add(
                server.put("/v1/conversations/" + peer + "/receipts", "{\"read_up_to\":\"%s\"}".formatted(id), sender));
        answers.add(server.get("/v1/conversations", sender));
        answers.add(server.get("/v1/unread", sender));
        answers.add(server.get("/v1/users/" + peer, sender));
        answers.add(server.get("/v1/users?prefix=" + peer, sender));
        answers.add(server.get("/v1/blocks", sender));
        return answers.stream()
                .map(answer -> answer.status() + " " + answer.header("idempotency-replayed") + " " + answer.body())
                .map(text -> text.replace("\"" + name + "\"", "\"sender\"").replace("\"" + peer + "\"", "\"receiver\""))
                .map(text ->
                        text.replaceAll("\"(id|next|before|after|read_up_to|event_cursor)\":\"[^\"]+\"", "\"$1\":\"\""))
                .toList();
    }

    private String lastId(String peer, String token) {
        JsonNode page = server.read(V1Server.messages(peer), token);
        return Json.texts(page.get("items"), "id").getFirst();
    }

    private Answer sendWithKey(String peer, String content, String token) {
        Request send = V1Server.request("POST", V1Server.messages(peer), token).json(V1Server.content(content));
        return server.http().send(send.with("Idempotency-Key", "k"));
    }
}
