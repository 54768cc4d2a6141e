package dev.parley.application.testkit;

import dev.parley.application.testkit.contract.RelayLeadershipContract;
import dev.parley.application.testkit.contract.Stores;

final class InMemoryRelayLeadershipTest extends RelayLeadershipContract {

    @Override
    protected Stores openStores() {
        return InMemoryStores.empty();
    }
}
