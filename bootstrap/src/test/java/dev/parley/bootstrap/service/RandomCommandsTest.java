package dev.parley.bootstrap.service;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import dev.parley.domain.testkit.Property;
import java.nio.file.Path;
import java.time.Duration;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.AutoClose;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Random commands in random order, on both APIs. */
final class RandomCommandsTest {

    private static final boolean FULL = Boolean.getBoolean("parley.full");
    private static final int COURSES = FULL ? 2 : 1;
    private static final int COMMANDS = FULL ? 250 : 120;
    private static final int COMMANDS_AFTER_ERASURE = 50;
    private static final int TWINS = FULL ? 2 : 1;
    private static final int STEPS = FULL ? 80 : 30;

    private static final AtomicInteger RUNS = new AtomicInteger();

    @AutoClose
    private static InProcessService service;

    @AutoClose
    private static final ConcurrentRequests ASKING = new ConcurrentRequests();

    @BeforeAll
    static void start(@TempDir Path home) {
        service = InProcessService.start(home);
    }

    @AfterEach
    void dataIsConsistent() {
        assertThat(service.findings()).isEmpty();
    }

    @Test
    void serviceMatchesTheModelAfterEveryCommand() {
        Property.holds(COURSES, random -> {
            ModelRun course = new ModelRun(random, service.api());
            RandomCommands commands = new RandomCommands(course, ASKING);
            try {
                commands.begin("run" + RUNS.incrementAndGet());
                commands.take(COMMANDS);
                commands.erase(rows());
                commands.take(COMMANDS_AFTER_ERASURE);
            } catch (AssertionError | RuntimeException e) {
                throw new AssertionError(course.story(), e);
            }
        });
    }

    @Test
    void blockIsInvisibleToTheSenderInV1() {
        Property.holds(TWINS, random -> {
            TwinCommands twins =
                    new TwinCommands(random, TwinWorlds.begin("run" + RUNS.incrementAndGet(), service.api(), ASKING));
            for (int i = 0; i < STEPS; i++) {
                twins.step();
                twins.compare();
            }
            awaitNone("activity_outbox");
            twins.compareAll();
            twins.eraseReceiver();
            awaitNone("erasure");
            twins.compareAll();
        });
    }

    private static DatabaseRows rows() {
        return DatabaseRows.behind(service.dataDirectory());
    }

    private static void awaitNone(String table) {
        await().atMost(Duration.ofSeconds(20)).until(() -> rows().number("SELECT count(*) FROM " + table) == 0);
    }
}
