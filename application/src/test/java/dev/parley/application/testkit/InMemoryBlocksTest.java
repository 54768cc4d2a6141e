package dev.parley.application.testkit;

import dev.parley.application.testkit.contract.BlocksContract;
import dev.parley.application.testkit.contract.Stores;

final class InMemoryBlocksTest extends BlocksContract {

    @Override
    protected Stores openStores() {
        return InMemoryStores.empty();
    }
}
