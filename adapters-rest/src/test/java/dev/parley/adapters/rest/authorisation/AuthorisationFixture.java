package dev.parley.adapters.rest.authorisation;

import dev.parley.application.testkit.InMemoryStores;
import dev.parley.application.testkit.TestClock;
import dev.parley.application.testkit.UseCases;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/**
 * The users of the document. Ann and Bea write to each other. Ann blocks Dan, who has written to her; Eve, who is not
 * blocked, has written to her too. Cem has no relation to the others, and Fay is erased.
 *
 * @param tokens by the name of the owner, or by the flaw of the token
 * @param ids by their placeholder in the document, such as {@code the-message}
 */
record AuthorisationFixture(MatrixClient client, Map<String, String> tokens, Map<String, String> ids) {

    private static final String PASSWORD = "specialPassword";

    static AuthorisationFixture create(MatrixClient client, InMemoryStores stores, TestClock clock) {
        stores.unitOfWork().clear(); // names of erased users stay reserved
        AuthorisationFixture town = new AuthorisationFixture(client, new HashMap<>(), new HashMap<>());
        Stream.of("ann", "bea", "cem", "dan", "eve", "fay").forEach(town::register);
        town.tokens.put("expired", town.token("bea"));
        clock.advance(UseCases.POLICY.lifetime());
        town.tokens.put("junk", "nonsense");
        town.tokens.put("revoked", town.token("bea"));
        town.send("POST", "/user/logout/", "revoked");
        Stream.of("ann", "bea", "cem", "dan", "eve").forEach(name -> town.tokens.put(name, town.token(name)));
        town.tokens.put("erased", town.token("fay"));
        town.talk();
        return town;
    }

    private void talk() {
        ids.put("the-message", written("ann", "bea"));
        written("bea", "ann");
        written("erased", "ann");
        send("DELETE", "/v1/me", "erased");
        send("POST", "/user/block/dan/", "ann");
        ids.put("the-held-message", written("dan", "ann"));
        written("eve", "ann");
        ids.put("the-session", login("ann").json().get("session_id").asText());
    }

    private void register(String name) {
        client.send("POST", "/user/register/", Optional.of(credentials(name)), Optional.empty());
    }

    private String token(String name) {
        return login(name).json().get("token").asText();
    }

    private MatrixClient.Answer login(String name) {
        return client.send("POST", "/v1/sessions", Optional.of(credentials(name)), Optional.empty());
    }

    private String written(String sender, String receiver) {
        MatrixClient.Answer sent = client.send(
                "POST", "/message/" + receiver + "/", Optional.of("{\"content\": \"hello\"}"), tokenOf(sender));
        return sent.json().get("id").asText();
    }

    private static String credentials(String name) {
        return "{\"username\": \"%s\", \"password\": \"%s\"}".formatted(name, PASSWORD);
    }

    /** The request of the row for one caller. */
    MatrixClient.Answer ask(MatrixRow row, String name) {
        return ask(row.method(), row, name);
    }

    MatrixClient.Answer ask(String method, MatrixRow row, String name) {
        String ticket = row.target().contains("the-ticket") ? ticket() : "";
        return client.send(
                method,
                named(row.target(), name).replace("the-ticket", ticket),
                row.body().map(body -> named(body, name)),
                tokenOf(name));
    }

    private MatrixClient.Answer send(String method, String target, String name) {
        return client.send(method, target, Optional.empty(), tokenOf(name));
    }

    private Optional<String> tokenOf(String name) {
        return Optional.ofNullable(tokens.get(name));
    }

    /** A single-use ticket for Ann's stream. */
    private String ticket() {
        return send("POST", "/v1/events/tickets", "ann").json().get("ticket").asText();
    }

    /** Inserts the ids of this fixture, and a user name that no other request used. */
    private String named(String text, String caller) {
        String named = text.replace("a-new-name", "new-to-" + caller);
        for (Map.Entry<String, String> id : ids.entrySet()) {
            named = named.replace(id.getKey(), id.getValue());
        }
        return named;
    }

    /** All data of Ann that she can read. */
    String dataOfAnn() {
        return Stream.of("/v1/me", "/v1/sessions", "/v1/blocks", "/v1/conversations")
                .map(path -> send("GET", path, "ann"))
                .map(MatrixClient.Answer::body)
                .collect(Collectors.joining("\n"));
    }
}
