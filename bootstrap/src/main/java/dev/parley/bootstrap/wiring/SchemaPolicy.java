package dev.parley.bootstrap.wiring;

import dev.parley.bootstrap.store.Schema;
import dev.parley.bootstrap.store.StoreAccess;

/** What happens to the schemas before the stores are used. */
public enum SchemaPolicy {
    /** Pending change sets are applied. */
    MIGRATE {
        @Override
        void prepare(StoreAccess access) {
            Schema.ofState(access).migrate();
            Schema.ofLog(access).migrate();
        }
    },
    /** An operator migrates; the health check tells what is pending. */
    LEAVE {
        @Override
        void prepare(StoreAccess access) {
            // on purpose
        }
    };

    abstract void prepare(StoreAccess access);
}
