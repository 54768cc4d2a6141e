package dev.parley.bootstrap.wiring;

import com.google.inject.AbstractModule;
import com.google.inject.Provides;
import com.google.inject.Singleton;
import dev.parley.bootstrap.configuration.ParleyConfiguration;
import dev.parley.bootstrap.store.EmbeddedStoreServer;
import dev.parley.bootstrap.store.StoreServer;

/** A command uses the PostgreSQL of the service that runs, or runs one meanwhile. */
final class JoinedStoresModule extends AbstractModule {

    @Provides
    @Singleton
    StoreServer server(ParleyConfiguration configuration, ResourceStack resources) {
        return resources.add(EmbeddedStoreServer.joinOrStart(configuration.getDataDirectory()));
    }
}
