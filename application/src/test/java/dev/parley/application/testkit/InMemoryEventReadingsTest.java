package dev.parley.application.testkit;

import dev.parley.application.testkit.contract.EventReadingsContract;
import dev.parley.application.testkit.contract.Stores;

final class InMemoryEventReadingsTest extends EventReadingsContract {

    @Override
    protected Stores openStores() {
        return InMemoryStores.empty();
    }
}
