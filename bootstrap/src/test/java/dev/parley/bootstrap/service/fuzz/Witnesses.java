package dev.parley.bootstrap.service.fuzz;

import java.util.List;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** Two users that no request names: their data must not change during the run. */
final class Witnesses {

    private final Wire wire;
    private final Cast.Player one;
    private final Cast.Player other;
    private final String before;

    Witnesses(Wire wire, String prefix) {
        this.wire = wire;
        Chance none = new Chance(0);
        this.one = new Cast(wire, prefix + "-one-", 1).some(none);
        this.other = new Cast(wire, prefix + "-other-", 1).some(none);
        for (int i = 0; i < 10; i++) {
            send(one, other, "to the other " + i);
            send(other, one, "to the one " + i);
        }
        this.before = view();
    }

    private void send(Cast.Player sender, Cast.Player receiver, String content) {
        wire.exchange(as(sender, "POST", "/message/" + receiver.name() + "/")
                .json("{\"content\":\"%s\"}".formatted(content)));
    }

    private String view() {
        return Stream.of(view(one, other), view(other, one)).collect(Collectors.joining("\n"));
    }

    private String view(Cast.Player player, Cast.Player peer) {
        return Stream.of(
                        "/v1/me",
                        "/v1/unread",
                        "/v1/blocks",
                        "/v1/sessions",
                        "/v1/conversations/" + peer.name() + "/messages")
                .map(path -> wire.exchange(as(player, "GET", path)))
                .map(outcome -> outcome instanceof Outcome.Answered(List<RawAnswer> answers)
                        ? answers.getFirst().status() + answers.getFirst().body()
                        : outcome.toString())
                .collect(Collectors.joining("\n"));
    }

    private static Draft as(Cast.Player player, String method, String path) {
        return Draft.of(method, path).with("Authorization: Token " + player.token());
    }

    /** Both states if they differ. */
    List<String> flaws() {
        wire.close(); // the server may have closed it as idle
        String after = view();
        return after.equals(before) ? List.of() : List.of("untouched data was\n" + before + "\nand is\n" + after);
    }
}
