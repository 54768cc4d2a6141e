package dev.parley.adapters.persistence.session;

import dev.parley.adapters.persistence.JdbiStores;
import dev.parley.adapters.persistence.PostgresExtension;
import dev.parley.application.testkit.contract.Stores;
import dev.parley.application.testkit.contract.StreamTicketsContract;
import org.junit.jupiter.api.extension.RegisterExtension;

final class JdbiStreamTicketsTest extends StreamTicketsContract {

    @RegisterExtension
    static final PostgresExtension POSTGRES = new PostgresExtension();

    @Override
    protected Stores openStores() {
        return JdbiStores.over(POSTGRES.emptied());
    }
}
