package dev.parley.bootstrap.service;

import static org.assertj.core.api.Assertions.assertThat;

import dev.parley.bootstrap.service.KeyedLoad.Sent;
import dev.parley.domain.testkit.Property;
import java.net.URI;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * A device on an unreliable network, while others send messages to its user. {@code -Dparley.full=true} runs the full
 * length; every build runs a part.
 */
final class FlakyNetworkTest {

    private static final Logger LOG = LoggerFactory.getLogger(FlakyNetworkTest.class);

    private static final boolean FULL = Boolean.getBoolean("parley.full");
    private static final int BREAKS = FULL ? 200 : 60;
    private static final int MESSAGES = FULL ? 20_000 : 1_500;
    private static final int SENDERS = 4;
    private static final int THREADS = 8;

    /** Less than an event, so that events are interrupted. */
    private static final int BYTES = 300 * MESSAGES / BREAKS;

    @RegisterExtension
    static final TwoNodes NODES = new TwoNodes();

    @Test
    void repeatedlyDisconnectedDeviceReceivesEveryEventOnce() {
        URI[] nodes = NODES.addresses().toArray(URI[]::new);
        Property.holds(1, random -> {
            try (FlakyNetwork road = new FlakyNetwork(random, BREAKS, BYTES, nodes)) {
                follow(road);
            }
        });
    }

    private static void follow(FlakyNetwork road) {
        Api anna = NODES.one().api().signUp("road-anna");
        List<Api> senders = List.of("road-bo", "road-cleo", "road-dora", "road-eva").stream()
                .map(NODES.other().api()::signUp)
                .toList();
        try (StreamingDevice follower = StreamingDevice.of(anna, road)) {
            long begin = System.nanoTime();
            List<KeyedLoad> loads = senders.stream()
                    .map(sender -> KeyedLoad.start(MESSAGES / SENDERS, THREADS, sender, "road-anna", NODES.addresses()))
                    .toList();
            loads.forEach(KeyedLoad::awaitAll);
            long sent = System.nanoTime();
            follower.assertReceivedOnce(1, MESSAGES);
            LOG.info(
                    "{} messages in {} ms, told {} ms later; {} connections",
                    MESSAGES,
                    (sent - begin) / 1_000_000,
                    (System.nanoTime() - sent) / 1_000_000,
                    follower.openings().size());

            assertThat(road.left()).as("breaks that did not occur").isZero();
            assertThat(follower.events().stream().map(StreamEvent::messageId))
                    .containsExactlyInAnyOrderElementsOf(loads.stream()
                            .flatMap(load -> load.sent().stream())
                            .map(Sent::id)
                            .toList());
        }
    }
}
