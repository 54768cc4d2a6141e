package dev.parley.application.testkit;

import dev.parley.application.testkit.contract.ActivityOutboxContract;
import dev.parley.application.testkit.contract.Stores;

final class InMemoryActivityOutboxTest extends ActivityOutboxContract {

    @Override
    protected Stores openStores() {
        return InMemoryStores.empty();
    }
}
