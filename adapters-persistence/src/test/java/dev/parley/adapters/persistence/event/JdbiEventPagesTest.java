package dev.parley.adapters.persistence.event;

import dev.parley.adapters.persistence.JdbiStores;
import dev.parley.adapters.persistence.PostgresExtension;
import dev.parley.application.testkit.contract.EventPagesContract;
import dev.parley.application.testkit.contract.Stores;
import org.junit.jupiter.api.extension.RegisterExtension;

final class JdbiEventPagesTest extends EventPagesContract {

    @RegisterExtension
    static final PostgresExtension POSTGRES = new PostgresExtension();

    @Override
    protected Stores openStores() {
        return JdbiStores.over(POSTGRES.emptied());
    }
}
