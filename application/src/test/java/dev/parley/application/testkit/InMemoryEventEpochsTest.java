package dev.parley.application.testkit;

import dev.parley.application.testkit.contract.EventEpochsContract;
import dev.parley.application.testkit.contract.Stores;

final class InMemoryEventEpochsTest extends EventEpochsContract {

    @Override
    protected Stores openStores() {
        return InMemoryStores.empty();
    }
}
