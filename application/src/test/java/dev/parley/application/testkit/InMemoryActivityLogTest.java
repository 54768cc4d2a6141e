package dev.parley.application.testkit;

import dev.parley.application.testkit.contract.ActivityLogContract;
import dev.parley.application.testkit.contract.Stores;

final class InMemoryActivityLogTest extends ActivityLogContract {

    @Override
    protected Stores openStores() {
        return InMemoryStores.empty();
    }
}
