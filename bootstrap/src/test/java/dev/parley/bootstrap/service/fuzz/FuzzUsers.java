package dev.parley.bootstrap.service.fuzz;

import com.fasterxml.jackson.databind.json.JsonMapper;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.ArrayList;
import java.util.List;

/** The users of the requests. A user whose token became invalid logs in again; a user who cannot log in is replaced. */
final class FuzzUsers {

    /** The password of the document's examples, so that a request may change it. */
    static final String PASSWORD = "correct horse battery";

    private static final JsonMapper JSON = new JsonMapper();

    private final FuzzConnection wire;
    private final String prefix;
    private final List<Player> players = new ArrayList<>();
    private int registered;

    /** @param prefix of their names */
    FuzzUsers(FuzzConnection wire, String prefix, int size) {
        this.wire = wire;
        this.prefix = prefix;
        for (int i = 0; i < size; i++) {
            players.add(newcomer());
        }
    }

    /** @param token empty if it is no longer valid */
    record Player(String name, String token) {}

    List<String> names() {
        return players.stream().map(Player::name).toList();
    }

    /** A random user with a valid token. */
    Player some(FuzzRandom chance) {
        int place = chance.below(players.size());
        Player player = players.get(place);
        if (player.token().isEmpty()) {
            String token = token(player.name());
            player = token.isEmpty() ? newcomer() : new Player(player.name(), token);
            players.set(place, player);
        }
        return player;
    }

    /** Discards the token of the refused request, if it has no other authorisation. */
    void refused(RequestDraft draft) {
        List<String> lines = draft.headers().stream()
                .filter(line -> line.startsWith("Authorization:"))
                .toList();
        players.replaceAll(player -> lines.size() == 1 && lines.getFirst().endsWith(" " + player.token())
                ? new Player(player.name(), "")
                : player);
    }

    private Player newcomer() {
        registered++;
        String name = prefix + registered;
        ask(RequestDraft.of("POST", "/user/register/").json(credentials(name)));
        return new Player(name, token(name));
    }

    private String token(String name) {
        RawResponse answer = ask(RequestDraft.of("POST", "/user/login/").json(credentials(name)));
        try {
            return answer.status() == 200
                    ? JSON.readTree(answer.body()).path("token").asText()
                    : "";
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private RawResponse ask(RequestDraft draft) {
        return wire.exchange(draft) instanceof Outcome.Answered(List<RawResponse> answers)
                ? answers.getFirst()
                : new RawResponse(0, java.util.Map.of(), "");
    }

    private static String credentials(String name) {
        return "{\"username\": \"%s\", \"password\": \"%s\"}".formatted(name, PASSWORD);
    }
}
