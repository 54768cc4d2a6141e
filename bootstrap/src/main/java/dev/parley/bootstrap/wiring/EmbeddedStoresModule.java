package dev.parley.bootstrap.wiring;

import com.google.inject.AbstractModule;
import com.google.inject.Provides;
import com.google.inject.Singleton;
import dev.parley.bootstrap.configuration.ParleyConfiguration;
import dev.parley.bootstrap.store.EmbeddedStoreServer;
import dev.parley.bootstrap.store.StoreServer;

/** The service runs the PostgreSQL that it uses. */
final class EmbeddedStoresModule extends AbstractModule {

    @Provides
    @Singleton
    StoreServer server(ParleyConfiguration configuration, ResourceStack resources) {
        return resources.add(EmbeddedStoreServer.start(configuration.getDataDirectory()));
    }
}
