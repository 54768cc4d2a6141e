package dev.parley.adapters.persistence.event;

import com.github.benmanes.caffeine.cache.Ticker;
import dev.parley.adapters.persistence.JdbiStores;
import dev.parley.adapters.persistence.PostgresExtension;
import dev.parley.application.testkit.contract.EventPagesContract;
import dev.parley.application.testkit.contract.Stores;
import org.junit.jupiter.api.extension.RegisterExtension;

/** In groups or alone, events are read as the contract says. */
final class BatchedEventPagesTest extends EventPagesContract {

    @RegisterExtension
    static final PostgresExtension POSTGRES = new PostgresExtension();

    @Override
    protected Stores openStores() {
        return JdbiStores.serving(POSTGRES.emptied(), Ticker.systemTicker(), 1000);
    }
}
