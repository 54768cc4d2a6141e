package dev.parley.adapters.persistence.conversation;

import com.github.benmanes.caffeine.cache.Ticker;
import dev.parley.adapters.persistence.JdbiStores;
import dev.parley.adapters.persistence.PostgresExtension;
import dev.parley.application.testkit.contract.MessageSendingContract;
import dev.parley.application.testkit.contract.Stores;
import org.junit.jupiter.api.extension.RegisterExtension;

/** Batches fulfil the contract of sending. */
final class BatchedMessageSendingTest extends MessageSendingContract {

    @RegisterExtension
    static final PostgresExtension POSTGRES = new PostgresExtension();

    @Override
    protected Stores openStores() {
        return JdbiStores.serving(POSTGRES.emptied(), Ticker.systemTicker(), 1000);
    }
}
