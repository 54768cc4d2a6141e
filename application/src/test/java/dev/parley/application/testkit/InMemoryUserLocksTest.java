package dev.parley.application.testkit;

import dev.parley.application.testkit.contract.Stores;
import dev.parley.application.testkit.contract.UserLocksContract;
import org.junit.jupiter.api.Disabled;
import org.junit.jupiter.api.Test;

final class InMemoryUserLocksTest extends UserLocksContract {

    @Override
    protected Stores openStores() {
        return InMemoryStores.empty();
    }

    @Test
    @Override
    @Disabled("in memory, units of work run one at a time, so each waits for all others")
    protected void locksOfOtherUsersDoNotWait() {}
}
