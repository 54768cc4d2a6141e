package dev.parley.bootstrap.wiring;

import com.google.inject.CreationException;
import com.google.inject.Guice;
import com.google.inject.Injector;
import com.google.inject.Module;
import com.google.inject.ProvisionException;
import com.google.inject.Stage;
import com.google.inject.spi.Message;
import dev.parley.bootstrap.configuration.ParleyConfiguration;
import dev.parley.bootstrap.store.Stores;
import java.time.Clock;
import java.util.Collection;
import java.util.List;
import java.util.Objects;
import java.util.stream.Collectors;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** The Guice modules of a process. The configuration chooses between modules here and nowhere else: a module has no condition. */
public final class ModulePlan {

    private static final Logger LOG = LoggerFactory.getLogger(ModulePlan.class);

    private final List<Module> modules;

    private ModulePlan(List<Module> modules) {
        this.modules = modules;
    }

    /** A serving node. */
    public static ModulePlan forServing(ParleyConfiguration configuration, Stores stores, Clock clock) {
        return new ModulePlan(List.of(
                new BaseModule(configuration, clock),
                new StoresModule(stores),
                new PersistenceModule(),
                new PasswordModule(),
                new CoreModule(),
                new ConversationModule(),
                new EventModule(),
                limits(configuration),
                new ServingModule(),
                new V1Module(),
                new MaintenanceModule()));
    }

    /** A command of an operator. */
    public static ModulePlan forCommand(ParleyConfiguration configuration, Stores stores, Clock clock) {
        return new ModulePlan(List.of(
                new BaseModule(configuration, clock),
                new StoresModule(stores),
                new PersistenceModule(),
                new PasswordModule(),
                new CoreModule(),
                new ConversationModule(),
                new EventModule()));
    }

    private static Module limits(ParleyConfiguration configuration) {
        return configuration.getRateLimits().areOn() ? new LimitsModule() : new UnlimitedModule();
    }

    /**
     * Creates all objects now, so that a mistake in the configuration fails the start. The first failure ends it, which Guice's
     * production stage does not do.
     *
     * @throws RuntimeException what a module threw, without Guice's wrapping
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
