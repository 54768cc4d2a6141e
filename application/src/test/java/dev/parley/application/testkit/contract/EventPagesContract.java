package dev.parley.application.testkit.contract;

import org.junit.jupiter.api.Nested;

/** Contract for event reads: each returns the data of its own user, from one snapshot. */
public abstract class EventPagesContract extends WithStores {

    @Nested
    final class Pages extends EventReadingPages {
        @Override
        protected Stores openStores() {
            return EventPagesContract.this.stores;
        }
    }

    @Nested
    final class Context extends EventPageContext {
        @Override
        protected Stores openStores() {
            return EventPagesContract.this.stores;
        }
    }

    @Nested
    final class Races extends EventReadingRaces {
        @Override
        protected Stores openStores() {
            return EventPagesContract.this.stores;
        }
    }
}
