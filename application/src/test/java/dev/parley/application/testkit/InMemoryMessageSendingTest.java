package dev.parley.application.testkit;

import dev.parley.application.testkit.contract.MessageSendingContract;
import dev.parley.application.testkit.contract.Stores;

final class InMemoryMessageSendingTest extends MessageSendingContract {

    @Override
    protected Stores openStores() {
        return InMemoryStores.empty();
    }
}
