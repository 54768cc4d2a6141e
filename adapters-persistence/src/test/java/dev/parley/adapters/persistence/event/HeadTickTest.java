package dev.parley.adapters.persistence.event;

import static org.assertj.core.api.Assertions.assertThat;

import dev.parley.adapters.persistence.PostgresExtension;
import dev.parley.adapters.persistence.shared.StateStore;
import dev.parley.adapters.persistence.user.JdbiUsers;
import dev.parley.domain.user.PasswordHash;
import dev.parley.domain.user.User;
import dev.parley.domain.user.UserId;
import dev.parley.domain.user.Username;
import java.time.Duration;
import java.time.Instant;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;

/** What is found without a word from anybody: nothing here tells and nothing listens. */
final class HeadTickTest {

    @RegisterExtension
    static final PostgresExtension POSTGRES = new PostgresExtension();

    private final Subscribers subscribers = new Subscribers();
    private StateStore store;
    private HeadTick tick;
    private UserId anna;
    private UserId bo;

    @BeforeEach
    void start() {
        store = POSTGRES.emptied().stateStore();
        anna = registered("anna");
        bo = registered("bo");
        tick = new HeadTick(store, subscribers, Duration.ofMillis(20));
        tick.start();
    }

    @AfterEach
    void close() {
        tick.close();
    }

    private UserId registered(String name) {
        return new JdbiUsers(store)
                .register(new Username(name), new PasswordHash("$fake$"), Instant.EPOCH)
                .map(User::id)
                .orElseThrow();
    }

    @Test
    void newlyWatchedUserIsSignalled() {
        watch(anna).awaitSignal();
    }

    @Test
    void eventWithoutANotificationIsFound() {
        Watch watch = watch(anna);
        watch.awaitSignal();

        watch.awaitAnother(() -> append(anna));
    }

    @Test
    void userWithoutNewEventsIsNotSignalled() {
        Watch ofAnna = watch(anna);
        Watch ofBo = watch(bo);
        ofAnna.awaitSignal();
        ofBo.awaitSignal();
        int before = ofAnna.count();

        ofBo.awaitAnother(() -> append(bo));
        ofBo.awaitAnother(() -> append(bo));

        assertThat(ofAnna.count()).isEqualTo(before).isEqualTo(1);
    }

    @Test
    void whatHappenedWhileTheDatabaseWasAwayIsFound() {
        Watch watch = watch(anna);
        watch.awaitSignal();

        try (var outage = POSTGRES.outage(PostgresExtension.STATE)) {
            assertThat(outage).isNotNull();
        }

        watch.awaitAnother(() -> append(anna));
    }

    private Watch watch(UserId user) {
        return Watch.of((of, onSignal) -> subscribers.add(of, onSignal)::run, user);
    }

    /** As another program would. */
    private static void append(UserId user) {
        POSTGRES.stateAsOwner()
                .useHandle(handle -> handle.execute(
                        "UPDATE user_head SET event_seq = event_seq + 1 WHERE user_id = ?", user.value()));
    }
}
