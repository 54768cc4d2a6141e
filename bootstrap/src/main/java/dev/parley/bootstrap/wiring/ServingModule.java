package dev.parley.bootstrap.wiring;

import com.google.inject.Provides;
import com.google.inject.Singleton;
import dev.parley.adapters.rest.RestApi;
import dev.parley.adapters.rest.classic.ClassicApi;
import dev.parley.adapters.rest.classic.page.LinkBase;
import dev.parley.adapters.rest.v1.V1Api;
import dev.parley.application.port.in.block.BlockUserUseCase;
import dev.parley.application.port.in.block.UnblockUserUseCase;
import dev.parley.application.port.in.conversation.FindReceiverUseCase;
import dev.parley.application.port.in.conversation.ReadHistoryUseCase;
import dev.parley.application.port.in.conversation.SendMessageUseCase;
import dev.parley.application.port.in.limit.AdmitRequestUseCase;
import dev.parley.application.port.in.session.AuthenticateUseCase;
import dev.parley.application.port.in.session.LogInUseCase;
import dev.parley.application.port.in.session.LogOutUseCase;
import dev.parley.application.port.in.user.CheckNameUseCase;
import dev.parley.application.port.in.user.FindUserUseCase;
import dev.parley.application.port.in.user.RegisterUserUseCase;
import dev.parley.application.port.out.activity.ActivityOutbox;
import dev.parley.application.service.activity.ActivityRelay;
import dev.parley.application.service.conversation.SendMessageService;
import dev.parley.bootstrap.configuration.ParleyConfiguration;
import dev.parley.bootstrap.health.CommitCanary;
import dev.parley.bootstrap.health.RelayHealthCheck;
import dev.parley.bootstrap.http.RequestIds;
import dev.parley.bootstrap.metrics.MeteredSendMessage;
import dev.parley.bootstrap.metrics.ServiceMetrics;
import dev.parley.bootstrap.relay.RelayLoop;
import dev.parley.bootstrap.store.DirectConnections;
import dev.parley.bootstrap.store.StoreAccess;
import io.prometheus.metrics.model.registry.PrometheusRegistry;
import java.security.SecureRandom;
import java.time.Clock;

/** What a serving node has beyond the core: the HTTP surface, metrics, and the relay. */
final class ServingModule extends ConstructorModule {

    @Override
    protected void configure() {
        single(ServiceMetrics.class);
        single(RequestIds.class);
    }

    @Provides
    @Singleton
    PrometheusRegistry registry() {
        return new PrometheusRegistry();
    }

    @Provides
    @Singleton
    SendMessageUseCase send(SendMessageService service, ServiceMetrics metrics) {
        return new MeteredSendMessage(service, metrics);
    }

    @Provides
    @Singleton
    CommitCanary canary(StoreAccess access, SecureRandom random, Clock clock) {
        return new CommitCanary(DirectConnections.forCanary(access.state()), random.nextInt(), clock, System::nanoTime);
    }

    @Provides
    @Singleton
    RelayLoop relayLoop(ActivityRelay relay, ParleyConfiguration configuration, CommitCanary canary) {
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
    ClassicApi classicApi(
            ParleyConfiguration configuration,
            AuthenticateUseCase authenticate,
            RegisterUserUseCase register,
            CheckNameUseCase checkName,
            FindUserUseCase findUser,
            FindReceiverUseCase findReceiver,
            LogInUseCase logIn,
            LogOutUseCase logOut,
            BlockUserUseCase block,
            UnblockUserUseCase unblock,
            SendMessageUseCase send,
            ReadHistoryUseCase readHistory) {
        ClassicApi.UseCases useCases = new ClassicApi.UseCases(
                authenticate,
                register,
                checkName,
                findUser,
                findReceiver,
                logIn,
                logOut,
                block,
                unblock,
                send,
                readHistory);
        return new ClassicApi(useCases, new LinkBase(configuration.getHttp().baseUrl()));
    }

    @Provides
    @Singleton
    RestApi restApi(ClassicApi classic, V1Api v1, AdmitRequestUseCase admit) {
        return new RestApi(classic, v1, admit);
    }
}
