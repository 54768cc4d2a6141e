package dev.parley.adapters.persistence.user;

import static org.assertj.core.api.Assertions.assertThat;

import dev.parley.adapters.persistence.JdbiStores;
import dev.parley.adapters.persistence.PostgresExtension;
import dev.parley.adapters.persistence.shared.Hearing;
import dev.parley.application.port.out.user.Users;
import dev.parley.application.testkit.contract.Stores;
import dev.parley.application.testkit.contract.UsersContract;
import dev.parley.domain.user.User;
import dev.parley.domain.user.UserId;
import dev.parley.domain.user.Username;
import java.util.concurrent.atomic.AtomicLong;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;

/** Cached users fulfil the contract, and expire. */
final class CachedUsersTest extends UsersContract {

    private static final Username ANNA = new Username("anna");

    @RegisterExtension
    static final PostgresExtension POSTGRES = new PostgresExtension();

    private final Hearing hearing = new Hearing();
    private final AtomicLong nanos = new AtomicLong();
    private final Users elsewhere = new JdbiUsers(POSTGRES.stateStore());

    @Override
    protected Stores openStores() {
        return JdbiStores.keeping(POSTGRES.emptied(), hearing, nanos::get);
    }

    @Test
    void unpublishedErasureTakesEffectWithinAMinute() {
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
    void nothingIsCachedWhileNotificationsMayBeMissing() {
        UserId anna = registered("anna");
        assertThat(stores.users().find(ANNA)).isPresent();

        hearing.disconnect();
        inUnitOfWork(() -> elsewhere.erase(anna));

        assertThat(stores.users().find(ANNA)).isEmpty();
    }

    @Test
    void erasureOnThisNodeTakesEffectAtOnce() {
        UserId anna = registered("anna");
        assertThat(stores.users().find(ANNA)).isPresent();
        assertThat(stores.users().find(anna)).isPresent();

        inUnitOfWork(() -> stores.users().erase(anna));

        assertThat(stores.users().find(ANNA)).isEmpty();
        assertThat(stores.users().find(anna).orElseThrow().isErased()).isTrue();
    }

    @Test
    void unknownUserIsNotCached() {
        assertThat(stores.users().find(ANNA)).isEmpty();

        UserId anna = registered("anna");

        assertThat(stores.users().find(ANNA).orElseThrow().id()).isEqualTo(anna);
    }
}
