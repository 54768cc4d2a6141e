package dev.parley.adapters.persistence.user;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import dev.parley.adapters.persistence.JdbiStores;
import dev.parley.adapters.persistence.PostgresExtension;
import dev.parley.application.port.out.user.Users;
import dev.parley.application.testkit.contract.Stores;
import dev.parley.application.testkit.contract.UsersContract;
import dev.parley.domain.user.User;
import dev.parley.domain.user.UserId;
import dev.parley.domain.user.Username;
import java.time.Duration;
import java.util.concurrent.atomic.AtomicLong;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;

/** As any users are; and who is asked for again and again is asked of the database now and then. */
final class CachedUsersTest extends UsersContract {

    private static final Username ANNA = new Username("anna");

    @RegisterExtension
    static final PostgresExtension POSTGRES = new PostgresExtension();

    private final AtomicLong nanos = new AtomicLong();
    private final Users elsewhere = new JdbiUsers(POSTGRES.stateStore());

    @Override
    protected Stores openStores() {
        JdbiStores here = JdbiStores.serving(POSTGRES.emptied(), nanos::get, 1000);
        here.startAndAwait();
        return here;
    }

    @Test
    void whoIsErasedOnAnotherNodeIsGoneWhenItsWordArrives() {
        JdbiStores there = JdbiStores.serving(POSTGRES, nanos::get, 1000);
        UserId anna = registered("anna");
        assertThat(stores.users().find(ANNA)).isPresent();

        there.unitOfWork().execute(() -> {
            there.users().erase(anna);
            return anna;
        });

        await().atMost(Duration.ofSeconds(1))
                .untilAsserted(() -> assertThat(stores.users().find(ANNA)).isEmpty());
    }

    @Test
    void ofWhomNobodyTellsTheNameIsThereForAMinuteAtMost() {
        UserId anna = registered("anna");
        User before = stores.users().find(ANNA).orElseThrow();
        assertThat(stores.users().find(anna)).contains(before);

        inUnitOfWork(() -> elsewhere.erase(anna));

        assertThat(stores.users().find(ANNA)).contains(before);
        assertThat(stores.users().find(anna)).contains(before);
        nanos.addAndGet(CachedUsers.LIFETIME.toNanos());
        assertThat(stores.users().find(ANNA)).isEmpty();
        assertThat(stores.users().find(anna).orElseThrow().isErased()).isTrue();
    }

    @Test
    void whoIsErasedHereIsGoneAtOnce() {
        UserId anna = registered("anna");
        assertThat(stores.users().find(ANNA)).isPresent();
        assertThat(stores.users().find(anna)).isPresent();

        inUnitOfWork(() -> stores.users().erase(anna));

        assertThat(stores.users().find(ANNA)).isEmpty();
        assertThat(stores.users().find(anna).orElseThrow().isErased()).isTrue();
    }

    @Test
    void whoIsNobodyIsNotRemembered() {
        assertThat(stores.users().find(ANNA)).isEmpty();

        UserId anna = registered("anna");

        assertThat(stores.users().find(ANNA).orElseThrow().id()).isEqualTo(anna);
    }
}
