package dev.parley.bootstrap.store;

import dev.parley.bootstrap.configuration.ParleyConfiguration;
import dev.parley.bootstrap.configuration.StoreConfiguration;
import dev.parley.bootstrap.postgres.DatabaseAccess;

/** Databases on servers that Parley does not run. */
public final class ExternalStoreServer implements StoreServer {

    private final StoreAccess access;

    public ExternalStoreServer(ParleyConfiguration configuration) {
        StoreConfiguration state = configuration.getDatabase();
        StoreConfiguration log = configuration.getActivityDatabase();
        this.access = new StoreAccess(
                user(state),
                owner(
                        state,
                        configuration.getMigrations().user(),
                        configuration.getMigrations().password()),
                user(log),
                owner(
                        log,
                        configuration.getMigrations().activityUser(),
                        configuration.getMigrations().activityPassword()));
    }

    @Override
    public StoreAccess access() {
        return access;
    }

    @Override
    public boolean isShared() {
        return true;
    }

    @Override
    public void close() {
        // it continues to run
    }

    private static DatabaseAccess user(StoreConfiguration store) {
        return new DatabaseAccess(store.url(), store.user(), store.password());
    }

    private static DatabaseAccess owner(StoreConfiguration store, String user, String password) {
        return user.isBlank() ? user(store) : new DatabaseAccess(store.url(), user, password);
    }
}
