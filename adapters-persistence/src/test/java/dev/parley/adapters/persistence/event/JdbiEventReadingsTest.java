package dev.parley.adapters.persistence.event;

import dev.parley.adapters.persistence.JdbiStores;
import dev.parley.adapters.persistence.PostgresExtension;
import dev.parley.application.testkit.contract.EventReadingsContract;
import dev.parley.application.testkit.contract.Stores;
import org.junit.jupiter.api.extension.RegisterExtension;

final class JdbiEventReadingsTest extends EventReadingsContract {

    @RegisterExtension
    static final PostgresExtension POSTGRES = new PostgresExtension();

    @Override
    protected Stores openStores() {
        return JdbiStores.over(POSTGRES.emptied());
    }
}
