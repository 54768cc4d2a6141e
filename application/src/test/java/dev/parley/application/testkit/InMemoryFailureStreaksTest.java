package dev.parley.application.testkit;

import dev.parley.application.testkit.contract.FailureStreaksContract;
import dev.parley.application.testkit.contract.Stores;

final class InMemoryFailureStreaksTest extends FailureStreaksContract {

    @Override
    protected Stores openStores() {
        return InMemoryStores.empty();
    }
}
