package dev.parley.bootstrap.wiring;

import com.codahale.metrics.MetricRegistry;
import com.google.inject.Injector;
import dev.parley.adapters.persistence.event.JdbiEventSignals;
import dev.parley.bootstrap.configuration.ParleyConfiguration;
import dev.parley.bootstrap.lifecycle.StartedParts;
import dev.parley.bootstrap.store.SchemaPolicy;
import dev.parley.bootstrap.store.StoreServer;
import dev.parley.bootstrap.store.Stores;
import java.time.Clock;

/** The start of an operator's command. */
public final class CommandStart {

    private CommandStart() {}

    /**
     * @param parts get what the command starts; the caller stops them at the end, also if the start fails
     * @return has the use cases
     */
    public static Injector run(ParleyConfiguration configuration, StartedParts parts) {
        Clock clock = Clock.systemUTC();
        StoreServer server = StoreServer.forCommand(configuration);
        parts.add("database server", server::close);
        Stores stores = Stores.open(
                server, SchemaPolicy.MIGRATE_UNSHARED, configuration, new MetricRegistry(), clock, parts);
        Injector injector =
                ModulePlan.forCommand(configuration, stores, clock).injector();
        // The nodes that serve end the streams of the sessions that the command ends.
        JdbiEventSignals signals = injector.getInstance(JdbiEventSignals.class);
        parts.start("event signals", signals::start, signals::close);
        return injector;
    }
}
