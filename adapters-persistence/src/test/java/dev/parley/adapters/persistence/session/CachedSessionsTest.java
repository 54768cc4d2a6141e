package dev.parley.adapters.persistence.session;

import dev.parley.adapters.persistence.JdbiStores;
import dev.parley.adapters.persistence.PostgresExtension;
import dev.parley.adapters.persistence.shared.Hearing;
import dev.parley.application.testkit.contract.SessionsContract;
import dev.parley.application.testkit.contract.Stores;
import org.junit.jupiter.api.extension.RegisterExtension;

/** Cached sessions fulfil the contract. How they expire is in {@link SessionCacheTest}. */
final class CachedSessionsTest extends SessionsContract {

    @RegisterExtension
    static final PostgresExtension POSTGRES = new PostgresExtension();

    @Override
    protected Stores openStores() {
        return JdbiStores.keeping(POSTGRES.emptied(), new Hearing(), () -> 0);
    }
}
