package dev.parley.application.testkit;

import dev.parley.application.testkit.contract.ErasuresContract;
import dev.parley.application.testkit.contract.Stores;

final class InMemoryErasuresTest extends ErasuresContract {

    @Override
    protected Stores openStores() {
        return InMemoryStores.empty();
    }
}
