package dev.parley.application.testkit;

import dev.parley.application.testkit.contract.SessionsContract;
import dev.parley.application.testkit.contract.Stores;

final class InMemorySessionsTest extends SessionsContract {

    @Override
    protected Stores openStores() {
        return InMemoryStores.empty();
    }
}
