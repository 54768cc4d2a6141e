package dev.parley.bootstrap.service;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import java.net.URI;
import java.time.Duration;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInfo;
import org.junit.jupiter.api.condition.EnabledIfSystemProperty;
import org.junit.jupiter.api.extension.RegisterExtension;

/** A fault behind the streams does not break them: followers receive all events on the same connection. */
@Tag("slow")
final class StreamOutageTest {

    private static final Duration LIMIT = Duration.ofSeconds(25);

    @RegisterExtension
    static final TwoNodes NODES = new TwoNodes();

    private String anna = "";
    private Api reader;
    private Api sender;

    @BeforeEach
    void signUp(TestInfo test) {
        anna = "anna-" + test.getTestMethod().orElseThrow().getName();
        reader = NODES.one().api().signUp(anna);
        sender = NODES.one().api().signUp("bo-" + anna);
    }

    @Test
    void streamSurvivesADisconnectedDatabase() {
        survives(() -> {
            NODES.stores().toState().cut();
            awaitReadiness(503);
            NODES.stores().toState().restore();
            awaitReadiness(200);
        });
    }

    @Test
    @EnabledIfSystemProperty(named = "parley.full", matches = "true")
    void streamSurvivesACrashedDatabase() {
        survives(() -> {
            NODES.stores().crash();
            awaitReadiness(503);
            NODES.stores().restart();
            awaitReadiness(200);
        });
        NODES.assertDataIsConsistent();
    }

    @Test
    void streamLosesNoEventsWithBrokenNotifications() {
        URI here = NODES.addresses().getFirst();
        URI there = NODES.addresses().getLast();
        try (BrokenSignals broken = BrokenSignals.on(NODES.rows());
                StreamingDevice follower =
                        StreamingDevice.of(reader, NetworkRoute.to(there)).whenConnected();
                KeyedLoad load = KeyedLoad.start(20, 2, sender, anna, List.of(here))) {
            load.awaitAll();

            follower.assertReceivedOnce(1, 20);
            assertThat(follower.openings()).hasSize(1);
        }
    }

    private void survives(Runnable outage) {
        List<StreamingDevice> followers = NODES.addresses().stream()
                .map(node -> StreamingDevice.of(reader, NetworkRoute.to(node)).whenConnected())
                .toList();
        KeyedLoad load = KeyedLoad.start(4, sender, anna, NODES.addresses());
        try {
            load.awaitMore(20);
            outage.run();
            load.awaitMore(20);
            load.close();

            load.assertSentOnce(sender);
            load.assertReplays(sender, load.repeated());
            followers.forEach(
                    follower -> follower.assertReceivedOnce(1, NODES.rows().events(anna)));
            assertThat(followers)
                    .allSatisfy(follower -> assertThat(follower.openings()).hasSize(1));
        } finally {
            load.close();
            followers.forEach(StreamingDevice::close);
        }
    }

    private static void awaitReadiness(int status) {
        await().atMost(LIMIT)
                .pollInterval(Duration.ofMillis(50))
                .until(() -> Stream.of(NODES.one(), NODES.other())
                        .allMatch(node -> node.admin().get("/ready").status() == status));
    }
}
