package dev.parley.bootstrap.wiring;

import com.google.inject.AbstractModule;
import com.google.inject.Provides;
import com.google.inject.Singleton;
import dev.parley.bootstrap.configuration.ParleyConfiguration;
import dev.parley.bootstrap.store.ExternalStoreServer;
import dev.parley.bootstrap.store.StoreServer;

/** Somebody else runs the databases. */
final class ExternalStoresModule extends AbstractModule {

    @Provides
    @Singleton
    StoreServer server(ParleyConfiguration configuration) {
        return new ExternalStoreServer(configuration);
    }
}
