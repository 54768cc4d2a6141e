package dev.parley.bootstrap.store;

import dev.parley.bootstrap.configuration.ParleyConfiguration;

/** Whether a process migrates the schemas before it uses the databases. */
public enum SchemaPolicy {
    /** Applies the pending change sets. */
    MIGRATE {
        @Override
        public void prepare(StoreServer server) {
            migrate(server.access());
        }
    },
    /** Applies them only if no service can be using the databases. */
    MIGRATE_UNSHARED {
        @Override
        public void prepare(StoreServer server) {
            if (!server.isShared()) {
                migrate(server.access());
            }
        }
    },
    /** Refuses to start while change sets are pending: an operator migrates. */
    REQUIRE {
        @Override
        public void prepare(StoreServer server) {
            Schema.ofState(server.access()).requireCurrent();
            Schema.ofLog(server.access()).requireCurrent();
        }
    };

    /** An embedded database always migrates; an external one if the configuration says so. */
    public static SchemaPolicy ofService(ParleyConfiguration configuration) {
        boolean migrates = !configuration.getDatabase().isExternal()
                || configuration.getMigrations().atStart();
        return migrates ? MIGRATE : REQUIRE;
    }

    /** @throws SchemaException if the databases cannot be used after that */
    public abstract void prepare(StoreServer server);

    private static void migrate(StoreAccess access) {
        Schema.ofState(access).migrate();
        Schema.ofLog(access).migrate();
    }
}
