package dev.parley.bootstrap.service;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import java.net.URI;
import java.time.Duration;
import java.util.List;
import java.util.function.Supplier;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInfo;
import org.junit.jupiter.api.extension.RegisterExtension;

/**
 * A session that ends on one node has ended on the other: its token is invalid there, and its stream receives nothing
 * more.
 */
final class RevocationTest {

    private static final Duration PROMISED = Duration.ofSeconds(1);

    /** Less than the interval at which streams check their session. */
    private static final Duration BY_SIGNAL = Duration.ofSeconds(3);

    private static final Duration WITHOUT_SIGNALS = Duration.ofSeconds(20);

    @RegisterExtension
    static final TwoNodes NODES = new TwoNodes();

    private String anna = "";
    private String bo = "";
    private Api phone;
    private Api laptop;
    private Api sender;

    @BeforeEach
    void logInTwice(TestInfo test) {
        anna = "anna-" + test.getTestMethod().orElseThrow().getName();
        bo = "bo-" + anna;
        phone = NODES.one().api().signUp(anna);
        laptop = NODES.one().api().logIn(anna);
        sender = NODES.other().api().signUp(bo);
    }

    @Test
    void revokedSessionEndsOnBothNodes() {
        endsOnTheOtherNode(this::revokeLaptop, BY_SIGNAL);
    }

    @Test
    void revokedSessionEndsWithoutNotifications() {
        try (BrokenSignals broken = BrokenSignals.on(NODES.rows())) {
            endsOnTheOtherNode(this::revokeLaptop, WITHOUT_SIGNALS);
        }
    }

    private ApiResponse revokeLaptop() {
        return phone.delete(
                "/v1/sessions/" + laptop.get("/v1/me").json().get("session_id").asText());
    }

    @Test
    void allOtherSessionsEndOnBothNodes() {
        endsOnTheOtherNode(() -> phone.delete("/v1/sessions?except=current"), BY_SIGNAL);
    }

    @Test
    void passwordChangeEndsOtherSessionsOnBothNodes() {
        String change = JsonNodeFactory.instance
                .objectNode()
                .put("current", Api.PASSWORD)
                .put("new", "battery staple")
                .toString();

        endsOnTheOtherNode(() -> phone.post("/v1/me/password", change), BY_SIGNAL);
    }

    @Test
    void loggedOutSessionEndsOnBothNodes() {
        endsOnTheOtherNode(() -> laptop.delete("/v1/sessions/current"), BY_SIGNAL);
    }

    @Test
    void sessionLoggedOutByTheLegacyApiEndsOnBothNodes() {
        endsOnTheOtherNode(() -> laptop.post("/user/logout/", ""), BY_SIGNAL);
    }

    /**
     * The laptop's session ends while its user receives messages; the phone's session receives the event. All requests
     * go to one node, so that the other learns of the end only by notification.
     */
    private void endsOnTheOtherNode(Supplier<ApiResponse> end, Duration soon) {
        try (StreamingDevice kept = StreamingDevice.of(phone, NetworkRoute.to(here()));
                StreamingDevice ended =
                        StreamingDevice.of(laptop, NetworkRoute.to(there())).whenConnected();
                KeyedLoad load = KeyedLoad.start(3, sender, anna, List.of(here()))) {
            load.awaitMore(10);
            assertThat(end.get().status()).isEqualTo(204);
            assertEnded(ended, soon);
            load.awaitMore(10);
            load.close();

            kept.assertReceivedOnce(1, NODES.rows().events(anna));
            long revoked = kept.events().stream()
                    .filter(event -> event.type().equals("session.revoked"))
                    .findFirst()
                    .orElseThrow()
                    .seq();
            assertThat(ended.events()).hasSizeLessThan((int) revoked);
            ended.assertReceivedOnce(1, ended.events().size());
        }
    }

    @Test
    void erasureEndsAllSessionsOnBothNodes() {
        try (StreamingDevice ended =
                        StreamingDevice.of(laptop, NetworkRoute.to(there())).whenConnected();
                StreamingDevice ofTheSender = StreamingDevice.of(sender, NetworkRoute.to(there()))) {
            assertThat(sender.send(anna, "before", "erased-1").status()).isEqualTo(201);
            ended.awaitEvent(1);

            assertThat(phone.delete("/v1/me").status()).isEqualTo(204);

            assertEnded(ended, BY_SIGNAL);
            assertThat(sender.send(anna, "after", "erased-2").status()).isEqualTo(404);
            assertThat(ended.events()).hasSize(1);
            ofTheSender.assertReceivedOnce(1, 2);
            assertThat(ofTheSender.events().getLast().type()).isEqualTo("user.erased");
        }
    }

    private void assertEnded(StreamingDevice follower, Duration soon) {
        Api there = laptop.alsoAt(there());
        await().atMost(PROMISED)
                .pollInterval(Duration.ofMillis(20))
                .until(() -> there.get("/v1/me").status() == 401);
        await().atMost(soon).pollInterval(Duration.ofMillis(20)).until(follower::isOver);
        assertThat(follower.byes()).isEqualTo(List.of("session_ended"));
    }

    private static URI here() {
        return NODES.addresses().getFirst();
    }

    private static URI there() {
        return NODES.addresses().getLast();
    }
}
