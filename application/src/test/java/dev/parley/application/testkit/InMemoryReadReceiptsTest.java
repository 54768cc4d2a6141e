package dev.parley.application.testkit;

import dev.parley.application.testkit.contract.ReadReceiptsContract;
import dev.parley.application.testkit.contract.Stores;

final class InMemoryReadReceiptsTest extends ReadReceiptsContract {

    @Override
    protected Stores openStores() {
        return InMemoryStores.empty();
    }
}
