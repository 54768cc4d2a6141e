package dev.parley.bootstrap.wiring;

import com.google.inject.Provides;
import com.google.inject.Singleton;
import com.google.inject.name.Named;
import dev.parley.adapters.rest.v1.EventApi;
import dev.parley.adapters.rest.v1.V1Api;
import dev.parley.adapters.rest.v1.event.poll.EventPolls;
import dev.parley.adapters.rest.v1.event.stream.EventStreams;
import dev.parley.application.port.in.event.ReadEventsUseCase;
import dev.parley.application.port.in.limit.RateLimitedUseCase;
import dev.parley.application.port.in.session.AuthenticateUseCase.Result;
import dev.parley.application.port.in.session.PresentedCredential;
import dev.parley.bootstrap.configuration.ParleyConfiguration;
import dev.parley.bootstrap.configuration.Version;
import java.security.SecureRandom;
import java.util.Set;

/** The v1 API. */
final class V1Module extends ConstructorModule {

    private static final String V1 = "v1";

    /** A client that has lost its stream reconnects after this time and a random part of the jitter. */
    private static final int RETRY_MILLIS = 2000;

    private static final int RETRY_JITTER_MILLIS = 3000;

    @Override
    protected void configure() {
        resources(V1, V1Api.RESOURCES);
    }

    @Provides
    @Singleton
    EventApi events(ReadEventsUseCase read, ParleyConfiguration configuration, SecureRandom random) {
        return new EventApi(
                read,
                configuration.getEvents().following(),
                System::nanoTime,
                () -> RETRY_MILLIS + random.nextInt(RETRY_JITTER_MILLIS));
    }

    @Provides
    @Singleton
    EventStreams streams(EventApi events) {
        return events.streams();
    }

    @Provides
    @Singleton
    EventPolls polls(EventApi events) {
        return events.polls();
    }

    @Provides
    @Singleton
    V1Api v1Api(@Named(V1) Set<Object> resources, RateLimitedUseCase<PresentedCredential, Result> authenticate) {
        return new V1Api(resources, authenticate, Version.current());
    }
}
