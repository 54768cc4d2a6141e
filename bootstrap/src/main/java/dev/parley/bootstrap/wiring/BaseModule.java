package dev.parley.bootstrap.wiring;

import com.google.inject.AbstractModule;
import com.google.inject.Provides;
import com.google.inject.Singleton;
import dev.parley.bootstrap.configuration.ParleyConfiguration;
import java.security.SecureRandom;
import java.time.Clock;
import java.time.Duration;

/** Configuration, time, chance, and what must be closed at the end. */
final class BaseModule extends AbstractModule {

    private static final Duration MICROSECOND = Duration.ofNanos(1000);

    private final ParleyConfiguration configuration;
    private final ResourceStack resources;
    private final Clock clock;

    BaseModule(ParleyConfiguration configuration, ResourceStack resources, Clock clock) {
        this.configuration = configuration;
        this.resources = resources;
        this.clock = clock;
    }

    @Override
    protected void configure() {
        bind(ParleyConfiguration.class).toInstance(configuration);
        bind(ResourceStack.class).toInstance(resources);
        // The stores keep microseconds, so nothing in the service ever sees a finer time.
        bind(Clock.class).toInstance(Clock.tick(clock, MICROSECOND));
    }

    @Provides
    @Singleton
    SecureRandom random() {
        return new SecureRandom();
    }
}
