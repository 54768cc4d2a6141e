package dev.parley.bootstrap.wiring;

import com.google.inject.Provides;
import com.google.inject.Singleton;
import com.google.inject.name.Named;
import dev.parley.adapters.rest.RestApi;
import dev.parley.adapters.rest.legacy.LegacyApi;
import dev.parley.adapters.rest.legacy.page.LinkBase;
import dev.parley.adapters.rest.v1.V1Api;
import dev.parley.application.port.in.activity.RelayActivitiesUseCase;
import dev.parley.application.port.in.conversation.SendMessageUseCase;
import dev.parley.application.port.in.limit.AdmitRequestUseCase;
import dev.parley.application.port.in.limit.RateLimitedUseCase;
import dev.parley.application.port.in.session.AuthenticateUseCase.Result;
import dev.parley.application.port.in.session.PresentedCredential;
import dev.parley.application.port.out.activity.ActivityOutbox;
import dev.parley.application.service.conversation.SendMessageService;
import dev.parley.bootstrap.configuration.ParleyConfiguration;
import dev.parley.bootstrap.health.CommitCanary;
import dev.parley.bootstrap.health.RelayHealthCheck;
import dev.parley.bootstrap.http.RequestIds;
import dev.parley.bootstrap.metrics.ServiceMetrics;
import dev.parley.bootstrap.relay.RelayLoop;
import dev.parley.bootstrap.store.DirectConnections;
import dev.parley.bootstrap.store.StoreAccess;
import io.prometheus.metrics.model.registry.PrometheusRegistry;
import java.security.SecureRandom;
import java.time.Clock;
import java.util.Set;

/** The parts that only a serving node has: the HTTP API, metrics and the relay. */
final class ServingModule extends ConstructorModule {

    private static final String LEGACY = "legacy";

    @Override
    protected void configure() {
        single(ServiceMetrics.class);
        single(RequestIds.class);
        resources(LEGACY, LegacyApi.RESOURCES);
    }

    @Provides
    @Singleton
    PrometheusRegistry registry() {
        return new PrometheusRegistry();
    }

    @Provides
    @Singleton
    SendMessageUseCase send(SendMessageService service, ServiceMetrics metrics) {
        return command -> metrics.counted(service.send(command));
    }

    @Provides
    @Singleton
    CommitCanary canary(StoreAccess access, SecureRandom random, Clock clock) {
        return new CommitCanary(DirectConnections.forCanary(access.state()), random.nextInt(), clock, System::nanoTime);
    }

    @Provides
    @Singleton
    RelayLoop relayLoop(RelayActivitiesUseCase relay, ParleyConfiguration configuration, CommitCanary canary) {
        return new RelayLoop(
                relay,
                configuration.getRelay().idle().toJavaDuration(),
                () -> canary.obstacle().isEmpty());
    }

    @Provides
    @Singleton
    RelayHealthCheck relayHealth(
            ActivityOutbox outbox, RelayLoop relay, ParleyConfiguration configuration, Clock clock) {
        return new RelayHealthCheck(
                outbox, relay, configuration.getRelay().maxLag().toJavaDuration(), clock);
    }

    @Provides
    @Singleton
    LegacyApi legacyApi(
            @Named(LEGACY) Set<Object> resources,
            RateLimitedUseCase<PresentedCredential, Result> authenticate,
            ParleyConfiguration configuration) {
        return new LegacyApi(
                resources, authenticate, new LinkBase(configuration.getHttp().baseUrl()));
    }

    @Provides
    @Singleton
    RestApi restApi(LegacyApi classic, V1Api v1, AdmitRequestUseCase admit) {
        return new RestApi(classic, v1, admit);
    }
}
