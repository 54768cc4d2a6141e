package dev.parley.application.testkit.contract;

import org.junit.jupiter.api.Nested;

/** Contract for sessions: found by their digest and listed for their user until they are closed. */
public abstract class SessionsContract extends WithStores {

    @Nested
    final class Finding extends SessionFinding {
        @Override
        protected Stores openStores() {
            return SessionsContract.this.stores;
        }
    }

    @Nested
    final class Listing extends SessionListing {
        @Override
        protected Stores openStores() {
            return SessionsContract.this.stores;
        }
    }

    @Nested
    final class Closing extends SessionClosing {
        @Override
        protected Stores openStores() {
            return SessionsContract.this.stores;
        }
    }

    @Nested
    final class Races extends SessionRaces {
        @Override
        protected Stores openStores() {
            return SessionsContract.this.stores;
        }
    }
}
