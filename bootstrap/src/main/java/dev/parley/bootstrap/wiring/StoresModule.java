package dev.parley.bootstrap.wiring;

import com.google.inject.AbstractModule;
import com.google.inject.Provides;
import com.google.inject.Singleton;
import dev.parley.adapters.persistence.activitylog.LogStore;
import dev.parley.adapters.persistence.shared.StateStore;
import dev.parley.bootstrap.store.StoreAccess;
import dev.parley.bootstrap.store.Stores;

/** The databases, which are open already. */
final class StoresModule extends AbstractModule {

    private final Stores stores;

    StoresModule(Stores stores) {
        this.stores = stores;
    }

    @Override
    protected void configure() {
        bind(Stores.class).toInstance(stores);
        bind(StoreAccess.class).toInstance(stores.access());
    }

    @Provides
    @Singleton
    StateStore state() {
        return new StateStore(stores.jdbi(stores.state()));
    }

    @Provides
    @Singleton
    @SendingConnection
    StateStore sending() {
        return new StateStore(stores.jdbi(stores.sending()));
    }

    @Provides
    @Singleton
    LogStore log() {
        return new LogStore(stores.jdbi(stores.log()));
    }
}
