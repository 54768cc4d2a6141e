package dev.parley.bootstrap.wiring;

import com.google.inject.AbstractModule;
import com.google.inject.Provides;
import com.google.inject.Singleton;
import io.dropwizard.db.ManagedDataSource;
import org.jdbi.v3.core.Jdbi;

/** JDBI for commands, which have no environment to be measured in. */
final class PlainJdbiModule extends AbstractModule {

    @Provides
    @Singleton
    @StateDatabase
    Jdbi state(@StateDatabase ManagedDataSource dataSource) {
        return Jdbi.create(dataSource);
    }

    @Provides
    @Singleton
    @SendingConnection
    Jdbi sending(@SendingConnection ManagedDataSource dataSource) {
        return Jdbi.create(dataSource);
    }

    @Provides
    @Singleton
    @LogDatabase
    Jdbi log(@LogDatabase ManagedDataSource dataSource) {
        return Jdbi.create(dataSource);
    }
}
