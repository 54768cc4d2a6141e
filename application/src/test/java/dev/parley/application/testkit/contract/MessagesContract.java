package dev.parley.application.testkit.contract;

import org.junit.jupiter.api.Nested;

/** Contract for messages: listed newest first without held ones, and released at their places. */
public abstract class MessagesContract extends WithStores {

    @Nested
    final class Listing extends MessageListing {
        @Override
        protected Stores openStores() {
            return MessagesContract.this.stores;
        }
    }

    @Nested
    final class History extends MessageHistory {
        @Override
        protected Stores openStores() {
            return MessagesContract.this.stores;
        }
    }

    @Nested
    final class Finding extends MessageFinding {
        @Override
        protected Stores openStores() {
            return MessagesContract.this.stores;
        }
    }

    @Nested
    final class Releasing extends MessageReleasing {
        @Override
        protected Stores openStores() {
            return MessagesContract.this.stores;
        }
    }

    @Nested
    final class Erasing extends MessageErasing {
        @Override
        protected Stores openStores() {
            return MessagesContract.this.stores;
        }
    }
}
