package dev.parley.bootstrap.wiring;

import dev.parley.bootstrap.store.Schema;
import dev.parley.bootstrap.store.StoreAccess;
import dev.parley.bootstrap.store.StoreServer;

/** What happens to the schemas before the stores are used. */
public enum SchemaPolicy {
    /** Pending change sets are applied. */
    MIGRATE {
        @Override
        void prepare(StoreServer server) {
            migrate(server.access());
        }
    },
    /** They are applied only if nobody else can be using the stores: a command must not change them under a service. */
    MIGRATE_UNSHARED {
        @Override
        void prepare(StoreServer server) {
            if (!server.isShared()) {
                migrate(server.access());
            }
        }
    },
    /** An operator migrates; until that is done, nothing starts. */
    REQUIRE {
        @Override
        void prepare(StoreServer server) {
            Schema.ofState(server.access()).requireCurrent();
            Schema.ofLog(server.access()).requireCurrent();
        }
    };

    abstract void prepare(StoreServer server);

    private static void migrate(StoreAccess access) {
        Schema.ofState(access).migrate();
        Schema.ofLog(access).migrate();
    }
}
