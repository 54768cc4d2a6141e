package dev.parley.application.testkit;

import dev.parley.application.testkit.contract.EventSignalsContract;
import dev.parley.application.testkit.contract.Stores;

final class InMemoryEventSignalsTest extends EventSignalsContract {

    @Override
    protected Stores openStores() {
        return InMemoryStores.empty();
    }
}
