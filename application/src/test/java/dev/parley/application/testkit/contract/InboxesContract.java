package dev.parley.application.testkit.contract;

import org.junit.jupiter.api.Nested;

/** Contract for inboxes: the conversations of one user, latest first, with their visible and read messages. */
public abstract class InboxesContract extends WithStores {

    @Nested
    final class Listing extends InboxListing {
        @Override
        protected Stores openStores() {
            return InboxesContract.this.stores;
        }
    }

    @Nested
    final class Unread extends InboxUnread {
        @Override
        protected Stores openStores() {
            return InboxesContract.this.stores;
        }
    }

    @Nested
    final class Held extends HeldInInboxes {
        @Override
        protected Stores openStores() {
            return InboxesContract.this.stores;
        }
    }
}
