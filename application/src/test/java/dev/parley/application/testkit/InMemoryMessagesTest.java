package dev.parley.application.testkit;

import dev.parley.application.testkit.contract.MessagesContract;
import dev.parley.application.testkit.contract.Stores;

final class InMemoryMessagesTest extends MessagesContract {

    @Override
    protected Stores openStores() {
        return InMemoryStores.empty();
    }
}
