package dev.parley.application.testkit;

import dev.parley.application.testkit.contract.SharedLimitsContract;
import dev.parley.application.testkit.contract.Stores;

final class InMemorySharedLimitsTest extends SharedLimitsContract {

    @Override
    protected Stores openStores() {
        return InMemoryStores.empty();
    }
}
