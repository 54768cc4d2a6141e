package dev.parley.bootstrap.service;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import dev.parley.bootstrap.service.KeyedLoad.Sent;
import java.net.URI;
import java.time.Duration;
import java.util.List;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;

/** Devices follow events of one node on the other, and reconnect to the first when the other stops. */
@Tag("slow")
final class EventDeliveryTest {

    /** The time after which the server closes connections that have not ended. */
    private static final Duration GRACE = Duration.ofSeconds(15);

    @RegisterExtension
    static final TwoNodes NODES = new TwoNodes();

    @Test
    void eventsOfOneNodeArriveOnTheOtherInOrder() {
        Api anna = NODES.one().api().signUp("following-anna");
        Api bo = NODES.one().api().signUp("following-bo");
        URI there = NODES.other().settings().api();
        try (StreamingDevice onTheOther = StreamingDevice.of(anna, NetworkRoute.to(there));
                StreamingDevice ofTheSender = StreamingDevice.of(bo, NetworkRoute.to(there))) {
            KeyedLoad load = KeyedLoad.start(200, 8, bo, "following-anna", List.of(bo.base()));
            load.awaitAll();

            onTheOther.assertReceivedOnce(1, 200);
            ofTheSender.assertReceivedOnce(1, 200);
            load.assertSentOnce(bo);
            assertThat(ids(onTheOther)).isEqualTo(ids(ofTheSender));
            assertThat(ids(onTheOther))
                    .containsExactlyElementsOf(bo.browse("following-anna").stream()
                            .map(message -> message.get("id").asText())
                            .toList());
        }
    }

    @Test
    void killedNodeLosesAndDuplicatesNoEvents() {
        Api anna = NODES.one().api().signUp("killed-anna");
        List<String> names = List.of("killed-bo", "killed-cleo", "killed-dora");
        List<Api> senders = names.stream().map(NODES.one().api()::signUp).toList();
        ServiceProcess dying = NODES.one();
        ServiceProcess surviving = NODES.other();
        URI[] nodes = NODES.addresses().toArray(URI[]::new);
        List<StreamingDevice> followers = Stream.concat(
                        Stream.of(
                                StreamingDevice.of(anna, NetworkRoute.to(nodes)),
                                StreamingDevice.of(
                                        anna,
                                        NetworkRoute.to(surviving.settings().api()))),
                        senders.stream().map(sender -> StreamingDevice.of(sender, NetworkRoute.to(nodes))))
                .toList();
        List<KeyedLoad> loads = senders.stream()
                .map(sender -> KeyedLoad.start(6, sender, "killed-anna", NODES.addresses()))
                .toList();
        try {
            loads.forEach(load -> load.awaitMore(100));
            dying.kill();
            loads.forEach(load -> load.awaitMore(100));
        } finally {
            loads.forEach(KeyedLoad::close);
        }

        long all = loads.stream().mapToLong(load -> load.sent().size()).sum();
        assertThat(NODES.rows().events("killed-anna")).isEqualTo(all);
        followers.subList(0, 2).forEach(follower -> follower.assertReceivedOnce(1, all));
        for (int i = 0; i < senders.size(); i++) {
            Api sender = senders.get(i).alsoAt(surviving.settings().api());
            KeyedLoad load = loads.get(i);
            followers.get(2 + i).assertReceivedOnce(1, load.sent().size());
            load.assertSentOnce(sender);
            load.assertReplays(sender, load.repeated());
        }
        assertThat(loads.stream().flatMap(load -> load.repeated().stream()))
                .as("sends that the killed node did not acknowledge")
                .isNotEmpty();
        assertThat(ids(followers.getFirst()))
                .containsExactlyInAnyOrderElementsOf(loads.stream()
                        .flatMap(load -> load.sent().stream())
                        .map(Sent::id)
                        .toList());
        followers.forEach(StreamingDevice::close);
        NODES.assertDataIsConsistent();
    }

    @Test
    void devicesOfAStoppedNodeReconnectToTheOther() {
        Api anna = NODES.one().api().signUp("stopped-anna");
        Api bo = NODES.one().api().signUp("stopped-bo");
        ServiceProcess stopping = NODES.one();
        URI[] nodes = NODES.addresses().toArray(URI[]::new);
        List<StreamingDevice> followers = IntStream.range(0, 6)
                .mapToObj(number ->
                        StreamingDevice.of(anna, NetworkRoute.to(nodes)).whenConnected())
                .toList();
        try (KeyedLoad load = KeyedLoad.start(4, bo, "stopped-anna", NODES.addresses())) {
            load.awaitMore(20);
            stopping.terminate();
            await().atMost(GRACE).until(() -> !stopping.isAlive());
            load.awaitMore(20);
            load.close();

            assertThat(stopping.awaitEnd()).isIn(0, 143);
            assertThat(followers).allSatisfy(follower -> {
                follower.assertReceivedOnce(1, load.sent().size());
                assertThat(follower.byes()).isEqualTo(List.of("shutdown"));
            });
            load.assertSentOnce(bo.alsoAt(nodes[1]));
        } finally {
            followers.forEach(StreamingDevice::close);
        }
    }

    private static List<String> ids(StreamingDevice follower) {
        return follower.events().stream().map(StreamEvent::messageId).toList();
    }
}
