package dev.parley.application.testkit;

import dev.parley.application.testkit.contract.Stores;
import dev.parley.application.testkit.contract.UnitOfWorkContract;

final class InMemoryUnitOfWorkTest extends UnitOfWorkContract {

    @Override
    protected Stores openStores() {
        return InMemoryStores.empty();
    }
}
