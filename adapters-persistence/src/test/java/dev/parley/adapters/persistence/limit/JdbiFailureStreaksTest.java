package dev.parley.adapters.persistence.limit;

import dev.parley.adapters.persistence.JdbiStores;
import dev.parley.adapters.persistence.PostgresExtension;
import dev.parley.application.testkit.contract.FailureStreaksContract;
import dev.parley.application.testkit.contract.Stores;
import org.junit.jupiter.api.extension.RegisterExtension;

final class JdbiFailureStreaksTest extends FailureStreaksContract {

    @RegisterExtension
    static final PostgresExtension POSTGRES = new PostgresExtension();

    @Override
    protected Stores openStores() {
        return JdbiStores.over(POSTGRES.emptied());
    }
}
