package dev.parley.bootstrap.service;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import com.fasterxml.jackson.databind.JsonNode;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.stream.LongStream;
import java.util.stream.Stream;
import org.awaitility.core.ConditionFactory;
import org.junit.jupiter.api.AutoClose;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Two nodes on external databases. */
@Tag("slow")
final class ClusterTest {

    @AutoClose
    private static ExternalPostgres stores;

    @AutoClose
    private static final ServiceProcesses SERVICES = new ServiceProcesses();

    private static ServiceProcess one;
    private static ServiceProcess other;
    private static ServiceProcess early;
    private static ServiceProcess migration;

    @BeforeAll
    static void migrateAndStartTwoNodes(@TempDir Path home) throws IOException {
        stores = ExternalPostgres.startWithoutSchema(home.resolve("stores"));
        early = SERVICES.running(settings(home, "early"), "serve");
        assertThat(early.awaitEnd()).isEqualTo(1);
        migration = SERVICES.running(settings(home, "migration"), "db", "migrate");
        assertThat(migration.awaitEnd()).isZero();
        one = SERVICES.serving(settings(home, "one"));
        other = SERVICES.serving(settings(home, "other"));
    }

    private static Settings settings(Path home, String name) throws IOException {
        return Settings.in(Files.createDirectory(home.resolve(name)))
                .onStores(stores.state(), stores.log())
                .migratedBy(stores.owner());
    }

    @Test
    void nodeOnAnOldSchemaPrintsAdvice() {
        assertThat(early.errors())
                .singleElement()
                .asString()
                .matches("\\d+ migrations of the state database are pending: run ./parley db migrate");
        assertThat(one.admin().get("/healthcheck").status()).isEqualTo(200);
    }

    @Test
    void nodeStartsNoEmbeddedDatabase() {
        assertThat(one.settings().dataDirectory()).doesNotExist();
        assertThat(migration.errors()).isEmpty();
    }

    @Test
    void nodesShareUsersAndSessions() {
        Api anna = one.api().signUp("sa");
        Api annaThere = anna.alsoAt(other.settings().api());

        assertThat(annaThere.send("sa", "note").status()).isEqualTo(201);
        assertThat(other.api().logIn("sa").history("sa")).hasSize(1);
        assertThat(annaThere.post("/user/logout/", "").status()).isEqualTo(204);
        assertThat(anna.get("/message/sa/").status()).isEqualTo(401);
    }

    @Test
    void blockOnOneNodeHoldsMessagesSentOnTheOther() {
        Api ada = one.api().signUp("ba");
        Api bea = other.api().signUp("bb");

        assertThat(bea.post("/user/block/ba/", "").status()).isEqualTo(201);
        assertThat(ada.send("bb", "held").status()).isEqualTo(201);
        assertThat(bea.history("ba")).isEmpty();
        assertThat(bea.alsoAt(one.settings().api())
                        .post("/user/unblock/ba/", "")
                        .status())
                .isEqualTo(204);
        assertThat(bea.history("ba")).hasSize(1);
    }

    @Test
    void sendsOnBothNodesAreOrderedWithoutGapsAndLoggedOnce() {
        Api cid = one.api().signUp("ca");
        Api dan = other.api().signUp("cb");

        try (SendLoad here =
                        SendLoad.start(3, "cb", cid, cid.alsoAt(other.settings().api()));
                SendLoad there =
                        SendLoad.start(3, "ca", dan, dan.alsoAt(one.settings().api()))) {
            awaiting()
                    .until(() -> Stream.of(here, there)
                            .allMatch(load -> load.acknowledged().size() > 100));
            Stream.of(here, there).forEach(SendLoad::close);

            assertThat(here.refused()).isEmpty();
            assertThat(there.refused()).isEmpty();
            here.assertDurable(cid, "cb");
            there.assertDurable(dan, "ca");
        }
        assertThat(timesOf(cid.history("cb"))).isSorted().doesNotHaveDuplicates();
        assertThat(stores.rows().places("ca", "cb"))
                .containsExactlyElementsOf(
                        LongStream.rangeClosed(1, cid.history("cb").size())
                                .boxed()
                                .toList());
        assertEachSendIsLoggedOnce();
    }

    private static List<String> timesOf(List<JsonNode> messages) {
        return messages.stream()
                .map(message -> message.get("creation_datetime").asText())
                .toList();
    }

    @Test
    void nodeTakesOverTheRelayOfAKilledNode() {
        awaiting().until(() -> Stream.of(one, other).filter(ClusterTest::relays).count() == 1);
        ServiceProcess leader = relays(one) ? one : other;
        ServiceProcess follower = relays(one) ? other : one;
        Api eva = follower.api().signUp("ea");
        try (SendLoad load =
                SendLoad.start(4, "ea", eva, eva.alsoAt(leader.settings().api()))) {
            awaiting().until(() -> load.acknowledged().size() > 50);
            leader.kill();
            int before = load.acknowledged().size();
            awaiting().until(() -> load.acknowledged().size() > before + 50);
            load.close();

            load.assertDurable(eva, "ea");
        }
        assertEachSendIsLoggedOnce();
        assertThat(relays(follower)).isTrue();
        leaveTwoNodes(leader, follower);
    }

    /** Tests run in any order. */
    private static void leaveTwoNodes(ServiceProcess killed, ServiceProcess alive) {
        one = alive;
        other = SERVICES.serving(killed.settings());
    }

    private static boolean relays(ServiceProcess node) {
        return node.admin()
                .get("/prometheus")
                .text()
                .lines()
                .filter(line -> line.startsWith("parley_relay_carried_total "))
                .anyMatch(line -> !line.endsWith(" 0.0"));
    }

    private static void assertEachSendIsLoggedOnce() {
        DatabaseRows rows = stores.rows();
        awaiting().until(() -> rows.waiting() == 0);
        assertThat(rows.loggedSends()).containsExactlyInAnyOrderElementsOf(rows.messageIds());
    }

    private static ConditionFactory awaiting() {
        return await().atMost(Duration.ofSeconds(30)).pollInterval(Duration.ofMillis(50));
    }
}
