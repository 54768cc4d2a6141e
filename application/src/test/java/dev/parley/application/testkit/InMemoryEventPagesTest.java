package dev.parley.application.testkit;

import dev.parley.application.testkit.contract.EventPagesContract;
import dev.parley.application.testkit.contract.Stores;

final class InMemoryEventPagesTest extends EventPagesContract {

    @Override
    protected Stores openStores() {
        return InMemoryStores.empty();
    }
}
