package dev.parley.application.testkit.contract;

import org.junit.jupiter.api.Nested;

/** Contract for sending: places without gaps, times that rise, blocks that hold, and one activity for each message. */
public abstract class MessageSendingContract extends WithStores {

    @Nested
    final class Effects extends MessageSendingEffects {
        @Override
        protected Stores openStores() {
            return MessageSendingContract.this.stores;
        }
    }

    @Nested
    final class Events extends MessageSendingEvents {
        @Override
        protected Stores openStores() {
            return MessageSendingContract.this.stores;
        }
    }

    @Nested
    final class Keys extends MessageSendingKeys {
        @Override
        protected Stores openStores() {
            return MessageSendingContract.this.stores;
        }
    }

    @Nested
    final class Races extends MessageSendingRaces {
        @Override
        protected Stores openStores() {
            return MessageSendingContract.this.stores;
        }
    }
}
