package dev.parley.bootstrap.wiring;

import com.codahale.metrics.MetricRegistry;
import com.google.inject.CreationException;
import com.google.inject.Guice;
import com.google.inject.Injector;
import com.google.inject.Module;
import com.google.inject.ProvisionException;
import com.google.inject.Stage;
import com.google.inject.spi.Message;
import dev.parley.bootstrap.configuration.ParleyConfiguration;
import io.dropwizard.core.setup.Environment;
import java.time.Clock;
import java.util.Collection;
import java.util.List;
import java.util.Objects;
import java.util.stream.Collectors;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Which modules a process is made of. This is the only place where configuration chooses: the modules themselves have
 * no conditions, so that the list says what runs.
 */
public final class ModulePlan {

    private static final Logger LOG = LoggerFactory.getLogger(ModulePlan.class);

    private final List<Module> modules;

    private ModulePlan(List<Module> modules) {
        this.modules = modules;
    }

    /** A node that serves. */
    public static ModulePlan forServing(
            ParleyConfiguration configuration, Environment environment, ResourceStack resources, Clock clock) {
        boolean external = configuration.getDatabase().isExternal();
        return new ModulePlan(List.of(
                new BaseModule(configuration, resources, clock),
                external ? new ExternalStoresModule() : new EmbeddedStoresModule(),
                new PoolsModule(whenServing(configuration), environment.metrics()),
                new DropwizardJdbiModule(environment),
                new PersistenceModule(),
                new PasswordModule(),
                new CoreModule(),
                new ConversationModule(),
                new EventModule(),
                limits(configuration),
                new ServingModule(),
                new V1Module(),
                new UpkeepModule()));
    }

    /** A command that works on the stores, beside a node that serves or without one. */
    public static ModulePlan forCommand(ParleyConfiguration configuration, ResourceStack resources) {
        boolean external = configuration.getDatabase().isExternal();
        return new ModulePlan(List.of(
                new BaseModule(configuration, resources, Clock.systemUTC()),
                external ? new ExternalStoresModule() : new JoinedStoresModule(),
                new PoolsModule(SchemaPolicy.MIGRATE_UNSHARED, new MetricRegistry()),
                new PlainJdbiModule(),
                new PersistenceModule(),
                new PasswordModule(),
                new CoreModule(),
                new ConversationModule(),
                new EventModule()));
    }

    private static Module limits(ParleyConfiguration configuration) {
        return configuration.getRateLimits().areOn() ? new LimitsModule() : new UnlimitedModule();
    }

    private static SchemaPolicy whenServing(ParleyConfiguration configuration) {
        boolean migrates = !configuration.getDatabase().isExternal()
                || configuration.getMigrations().atStart();
        return migrates ? SchemaPolicy.MIGRATE : SchemaPolicy.REQUIRE;
    }

    /**
     * Builds everything now, so that what cannot work fails at the start. The first failure ends it: Guice's own stage
     * for production would go on and try a database that does not answer again for every use case.
     *
     * @throws RuntimeException what a module threw, freed of Guice's wrapping
     */
    public Injector injector() {
        LOG.info("modules: {}", names());
        try {
            Injector injector = Guice.createInjector(Stage.DEVELOPMENT, new StrictModule(), combined());
            injector.getBindings()
                    .values()
                    .forEach(binding -> binding.getProvider().get());
            return injector;
        } catch (CreationException e) {
            throw cause(e, e.getErrorMessages());
        } catch (ProvisionException e) {
            throw cause(e, e.getErrorMessages());
        }
    }

    String names() {
        return modules.stream().map(module -> module.getClass().getSimpleName()).collect(Collectors.joining(", "));
    }

    private Module combined() {
        return binder -> modules.forEach(binder::install);
    }

    private static RuntimeException cause(RuntimeException thrown, Collection<Message> messages) {
        return messages.stream()
                .map(Message::getCause)
                .filter(Objects::nonNull)
                .filter(RuntimeException.class::isInstance)
                .map(RuntimeException.class::cast)
                .findFirst()
                .orElse(thrown);
    }
}
