package dev.parley.application.testkit;

import dev.parley.application.testkit.contract.Stores;
import dev.parley.application.testkit.contract.StreamTicketsContract;

final class InMemoryStreamTicketsTest extends StreamTicketsContract {

    @Override
    protected Stores openStores() {
        return InMemoryStores.empty();
    }
}
