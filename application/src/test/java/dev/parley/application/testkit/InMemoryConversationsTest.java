package dev.parley.application.testkit;

import dev.parley.application.testkit.contract.ConversationsContract;
import dev.parley.application.testkit.contract.Stores;

final class InMemoryConversationsTest extends ConversationsContract {

    @Override
    protected Stores openStores() {
        return InMemoryStores.empty();
    }
}
