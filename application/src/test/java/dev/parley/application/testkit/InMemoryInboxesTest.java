package dev.parley.application.testkit;

import dev.parley.application.testkit.contract.InboxesContract;
import dev.parley.application.testkit.contract.Stores;

final class InMemoryInboxesTest extends InboxesContract {

    @Override
    protected Stores openStores() {
        return InMemoryStores.empty();
    }
}
