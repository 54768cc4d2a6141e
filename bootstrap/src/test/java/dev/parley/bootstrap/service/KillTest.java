package dev.parley.bootstrap.service;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import dev.parley.domain.testkit.Property;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import org.junit.jupiter.api.AutoClose;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** SIGKILL while messages are being sent. */
@Tag("slow")
final class KillTest {

    private static final int ROUNDS = Boolean.getBoolean("parley.full") ? 3 : 2;

    @TempDir
    private Path home;

    @AutoClose
    private final ServiceProcesses services = new ServiceProcesses();

    private final List<SendLoad> loads = new ArrayList<>();

    @Test
    void killedServiceKeepsAcknowledgedMessagesOnce() {
        Property.holds(1, this::killAgainAndAgain);
    }

    private void killAgainAndAgain(Random random) {
        Settings settings = Settings.in(home).onEmptyStores();
        ServiceProcess service = services.serving(settings);
        Api anna = service.api().signUp("anna");
        Api bo = service.api().signUp("bo");
        for (int round = 0; round < ROUNDS; round++) {
            killUnderLoad(service, anna.alsoAt(settings.api()), bo.alsoAt(settings.api()), random);
            service = services.serving(settings);
            assertNothingLost(anna.alsoAt(settings.api()), bo.alsoAt(settings.api()));
            assertEverySendIsLoggedOnce(DatabaseRows.behind(settings.dataDirectory()));
        }
        services.assertDataIsConsistent(settings);
    }

    private void killUnderLoad(ServiceProcess service, Api anna, Api bo, Random random) {
        int atLeast = 20 + random.nextInt(300);
        try (SendLoad fromAnna = SendLoad.start(6, "bo", anna);
                SendLoad fromBo = SendLoad.start(2, "anna", bo)) {
            loads.add(fromAnna);
            loads.add(fromBo);
            await().atMost(Duration.ofSeconds(30))
                    .pollInterval(Duration.ofMillis(5))
                    .until(() -> fromAnna.acknowledged().size() >= atLeast);
            service.kill();
        }
    }

    private void assertNothingLost(Api anna, Api bo) {
        for (SendLoad load : loads) {
            load.assertDurable(anna, "bo");
            load.assertDurable(bo, "anna");
            assertThat(load.refused()).isEmpty();
        }
    }

    private static void assertEverySendIsLoggedOnce(DatabaseRows rows) {
        await().atMost(Duration.ofSeconds(30)).until(() -> rows.waiting() == 0);
        assertThat(rows.loggedSends()).doesNotHaveDuplicates().containsExactlyInAnyOrderElementsOf(rows.messageIds());
        assertThat(rows.number("SELECT max(place) - count(*) FROM message")).isZero();
    }
}
