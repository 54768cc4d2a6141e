package dev.parley.application.testkit;

import dev.parley.application.testkit.contract.Stores;
import dev.parley.application.testkit.contract.UserEventsContract;

final class InMemoryUserEventsTest extends UserEventsContract {

    @Override
    protected Stores openStores() {
        return InMemoryStores.empty();
    }
}
