package dev.parley.bootstrap.service.fuzz;

import java.util.List;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** Two users that no request names: their data must not change during the run. */
final class UntouchedUsers {

    private final FuzzConnection wire;
    private final FuzzUsers.Player one;
    private final FuzzUsers.Player other;
    private final String before;

    UntouchedUsers(FuzzConnection wire, String prefix) {
        this.wire = wire;
        FuzzRandom none = new FuzzRandom(0);
        this.one = new FuzzUsers(wire, prefix + "-one-", 1).some(none);
        this.other = new FuzzUsers(wire, prefix + "-other-", 1).some(none);
        for (int i = 0; i < 10; i++) {
            send(one, other, "to the other " + i);
            send(other, one, "to the one " + i);
        }
        this.before = view();
    }

    private void send(FuzzUsers.Player sender, FuzzUsers.Player receiver, String content) {
        wire.exchange(as(sender, "POST", "/message/" + receiver.name() + "/")
                .json("{\"content\":\"%s\"}".formatted(content)));
    }

    private String view() {
        return Stream.of(view(one, other), view(other, one)).collect(Collectors.joining("\n"));
    }

    private String view(FuzzUsers.Player player, FuzzUsers.Player peer) {
        return Stream.of(
                        "/v1/me",
                        "/v1/unread",
                        "/v1/blocks",
                        "/v1/sessions",
                        "/v1/conversations/" + peer.name() + "/messages")
                .map(path -> wire.exchange(as(player, "GET", path)))
                .map(outcome -> outcome instanceof Outcome.Answered(List<RawResponse> answers)
                        ? answers.getFirst().status() + answers.getFirst().body()
                        : outcome.toString())
                .collect(Collectors.joining("\n"));
    }

    private static RequestDraft as(FuzzUsers.Player player, String method, String path) {
        return RequestDraft.of(method, path).with("Authorization: Token " + player.token());
    }

    /** Both states if they differ. */
    List<String> flaws() {
        wire.close(); // the server may have closed it as idle
        String after = view();
        return after.equals(before) ? List.of() : List.of("untouched data was\n" + before + "\nand is\n" + after);
    }
}
