package dev.parley.bootstrap.wiring;

import com.google.inject.AbstractModule;
import com.google.inject.Provides;
import com.google.inject.Singleton;
import dev.parley.bootstrap.configuration.ParleyConfiguration;
import java.security.SecureRandom;
import java.time.Clock;
import java.time.Duration;

/** Configuration, time and randomness. */
final class BaseModule extends AbstractModule {

    private static final Duration MICROSECOND = Duration.ofNanos(1000);

    private final ParleyConfiguration configuration;
    private final Clock clock;

    BaseModule(ParleyConfiguration configuration, Clock clock) {
        this.configuration = configuration;
        this.clock = clock;
    }

    @Override
    protected void configure() {
        bind(ParleyConfiguration.class).toInstance(configuration);
        // The databases store microseconds, so nothing in the service uses a finer time.
        bind(Clock.class).toInstance(Clock.tick(clock, MICROSECOND));
    }

    @Provides
    @Singleton
    SecureRandom random() {
        return new SecureRandom();
    }
}
