package dev.parley.application.testkit;

import dev.parley.application.testkit.contract.StateAuditContract;
import dev.parley.application.testkit.contract.Stores;

final class InMemoryStateAuditTest extends StateAuditContract {

    @Override
    protected Stores openStores() {
        return InMemoryStores.empty();
    }
}
