package dev.parley.bootstrap.wiring;

import com.google.inject.Provides;
import com.google.inject.Singleton;
import dev.parley.application.port.in.activity.ActivityQueries;
import dev.parley.application.port.in.activity.RelayActivitiesUseCase;
import dev.parley.application.port.in.erasure.ContinueErasuresUseCase;
import dev.parley.application.port.in.erasure.EraseAccountUseCase;
import dev.parley.application.port.in.session.AuthenticateUseCase;
import dev.parley.application.port.in.session.ListSessionsUseCase;
import dev.parley.application.port.in.session.LogInUseCase;
import dev.parley.application.port.in.session.LogOutUseCase;
import dev.parley.application.port.in.session.RevokeSessionUseCase;
import dev.parley.application.port.in.user.ChangePasswordUseCase;
import dev.parley.application.port.in.user.RegisterUserUseCase;
import dev.parley.application.port.in.user.SetPasswordUseCase;
import dev.parley.application.port.in.user.UserQueries;
import dev.parley.application.port.out.activity.ActivityLog;
import dev.parley.application.port.out.activity.ActivityOutbox;
import dev.parley.application.port.out.activity.RelayLeadership;
import dev.parley.application.service.activity.ActivityQueriesService;
import dev.parley.application.service.activity.RelayActivitiesService;
import dev.parley.application.service.erasure.ContinueErasuresService;
import dev.parley.application.service.erasure.EraseAccountService;
import dev.parley.application.service.session.AuthenticateService;
import dev.parley.application.service.session.ListSessionsService;
import dev.parley.application.service.session.LogInService;
import dev.parley.application.service.session.LogOutService;
import dev.parley.application.service.session.RevokeSessionService;
import dev.parley.application.service.user.ChangePasswordService;
import dev.parley.application.service.user.RegisterUserService;
import dev.parley.application.service.user.SetPasswordService;
import dev.parley.application.service.user.UserQueriesService;
import dev.parley.bootstrap.configuration.ParleyConfiguration;
import dev.parley.domain.session.SessionPolicy;

/** The use cases of users, sessions and activities. */
final class CoreModule extends ConstructorModule {

    @Override
    protected void configure() {
        useCase(RegisterUserUseCase.class, RegisterUserService.class);
        useCase(SetPasswordUseCase.class, SetPasswordService.class);
        useCase(ChangePasswordUseCase.class, ChangePasswordService.class);
        useCase(UserQueries.class, UserQueriesService.class);
        useCase(LogInUseCase.class, LogInService.class);
        useCase(LogOutUseCase.class, LogOutService.class);
        useCase(AuthenticateUseCase.class, AuthenticateService.class);
        useCase(ListSessionsUseCase.class, ListSessionsService.class);
        useCase(RevokeSessionUseCase.class, RevokeSessionService.class);
        useCase(ActivityQueries.class, ActivityQueriesService.class);
        useCase(EraseAccountUseCase.class, EraseAccountService.class);
        useCase(ContinueErasuresUseCase.class, ContinueErasuresService.class);
    }

    @Provides
    @Singleton
    SessionPolicy sessionPolicy(ParleyConfiguration configuration) {
        return configuration.getSessions().policy();
    }

    @Provides
    @Singleton
    RelayActivitiesUseCase relay(
            RelayLeadership leadership, ActivityOutbox outbox, ActivityLog log, ParleyConfiguration configuration) {
        return new RelayActivitiesService(
                leadership, outbox, log, configuration.getRelay().batch());
    }
}
