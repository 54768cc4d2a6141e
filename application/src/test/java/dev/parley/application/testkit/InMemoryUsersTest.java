package dev.parley.application.testkit;

import dev.parley.application.testkit.contract.Stores;
import dev.parley.application.testkit.contract.UsersContract;

final class InMemoryUsersTest extends UsersContract {

    @Override
    protected Stores openStores() {
        return InMemoryStores.empty();
    }
}
