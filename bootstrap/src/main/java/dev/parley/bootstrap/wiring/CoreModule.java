package dev.parley.bootstrap.wiring;

import com.google.inject.AbstractModule;
import com.google.inject.Provides;
import com.google.inject.Singleton;
import dev.parley.application.port.in.activity.ReadActivityUseCase;
import dev.parley.application.port.in.activity.ReadOwnActivityUseCase;
import dev.parley.application.port.in.erasure.ContinueErasuresUseCase;
import dev.parley.application.port.in.erasure.EraseAccountUseCase;
import dev.parley.application.port.in.session.ListSessionsUseCase;
import dev.parley.application.port.in.session.LogOutUseCase;
import dev.parley.application.port.in.session.RevokeSessionUseCase;
import dev.parley.application.port.in.user.CheckNameUseCase;
import dev.parley.application.port.in.user.FindUserUseCase;
import dev.parley.application.port.in.user.GetProfileUseCase;
import dev.parley.application.port.in.user.SearchUsersUseCase;
import dev.parley.application.port.in.user.SetPasswordUseCase;
import dev.parley.application.port.out.activity.ActivityLog;
import dev.parley.application.port.out.activity.ActivityOutbox;
import dev.parley.application.port.out.activity.RelayLeadership;
import dev.parley.application.port.out.block.Blocks;
import dev.parley.application.port.out.conversation.Conversations;
import dev.parley.application.port.out.conversation.Messages;
import dev.parley.application.port.out.erasure.Erasures;
import dev.parley.application.port.out.event.UserEvents;
import dev.parley.application.port.out.session.Sessions;
import dev.parley.application.port.out.session.TokenMinter;
import dev.parley.application.port.out.shared.UnitOfWork;
import dev.parley.application.port.out.user.PasswordHasher;
import dev.parley.application.port.out.user.UserLocks;
import dev.parley.application.port.out.user.Users;
import dev.parley.application.service.activity.ActivityRelay;
import dev.parley.application.service.activity.ReadActivityService;
import dev.parley.application.service.activity.ReadOwnActivityService;
import dev.parley.application.service.erasure.ContinueErasuresService;
import dev.parley.application.service.erasure.EraseAccountService;
import dev.parley.application.service.session.AuthenticateService;
import dev.parley.application.service.session.ListSessionsService;
import dev.parley.application.service.session.LogInService;
import dev.parley.application.service.session.LogOutService;
import dev.parley.application.service.session.RevokeSessionService;
import dev.parley.application.service.user.ChangePasswordService;
import dev.parley.application.service.user.CheckNameService;
import dev.parley.application.service.user.FindUserService;
import dev.parley.application.service.user.GetProfileService;
import dev.parley.application.service.user.RegisterUserService;
import dev.parley.application.service.user.SearchUsersService;
import dev.parley.application.service.user.SetPasswordService;
import dev.parley.bootstrap.configuration.ParleyConfiguration;
import dev.parley.domain.session.SessionPolicy;
import java.time.Clock;

/** The use cases over users, sessions and activities. */
final class CoreModule extends AbstractModule {

    @Provides
    @Singleton
    SessionPolicy sessionPolicy(ParleyConfiguration configuration) {
        return configuration.getSessions().policy();
    }

    @Provides
    @Singleton
    RegisterUserService register(
            UnitOfWork unitOfWork, Users users, PasswordHasher hasher, ActivityOutbox outbox, Clock clock) {
        return new RegisterUserService(unitOfWork, users, hasher, outbox, clock);
    }

    @Provides
    @Singleton
    FindUserUseCase findUser(Users users) {
        return new FindUserService(users);
    }

    @Provides
    @Singleton
    CheckNameUseCase checkName(Users users) {
        return new CheckNameService(users);
    }

    @Provides
    @Singleton
    SetPasswordUseCase setPassword(
            UnitOfWork unitOfWork,
            Users users,
            Sessions sessions,
            PasswordHasher hasher,
            UserLocks locks,
            UserEvents events,
            ActivityOutbox outbox,
            Clock clock) {
        return new SetPasswordService(unitOfWork, users, sessions, hasher, locks, events, outbox, clock);
    }

    @Provides
    @Singleton
    ChangePasswordService changePassword(
            UnitOfWork unitOfWork,
            Users users,
            Sessions sessions,
            PasswordHasher hasher,
            UserLocks locks,
            UserEvents events,
            ActivityOutbox outbox,
            Clock clock) {
        return new ChangePasswordService(unitOfWork, users, sessions, hasher, locks, events, outbox, clock);
    }

    @Provides
    @Singleton
    GetProfileUseCase getProfile(Users users) {
        return new GetProfileService(users);
    }

    @Provides
    @Singleton
    SearchUsersUseCase searchUsers(Users users) {
        return new SearchUsersService(users);
    }

    @Provides
    @Singleton
    LogInService logIn(
            UnitOfWork unitOfWork,
            UserLocks locks,
            Users users,
            PasswordHasher hasher,
            Sessions sessions,
            TokenMinter tokens,
            ActivityOutbox outbox,
            SessionPolicy policy,
            Clock clock) {
        return new LogInService(unitOfWork, locks, users, hasher, sessions, tokens, outbox, policy, clock);
    }

    @Provides
    @Singleton
    LogOutUseCase logOut(
            UnitOfWork unitOfWork,
            Sessions sessions,
            UserLocks locks,
            UserEvents events,
            ActivityOutbox outbox,
            Clock clock) {
        return new LogOutService(unitOfWork, sessions, locks, events, outbox, clock);
    }

    @Provides
    @Singleton
    AuthenticateService authenticate(Sessions sessions, SessionPolicy policy, Clock clock) {
        return new AuthenticateService(sessions, policy, clock);
    }

    @Provides
    @Singleton
    ListSessionsUseCase listSessions(Sessions sessions, Clock clock) {
        return new ListSessionsService(sessions, clock);
    }

    @Provides
    @Singleton
    RevokeSessionUseCase revokeSession(
            UnitOfWork unitOfWork,
            Sessions sessions,
            UserLocks locks,
            UserEvents events,
            ActivityOutbox outbox,
            Clock clock) {
        return new RevokeSessionService(unitOfWork, sessions, locks, events, outbox, clock);
    }

    @Provides
    @Singleton
    ReadActivityUseCase readActivity(ActivityLog log, Users users) {
        return new ReadActivityService(log, users);
    }

    @Provides
    @Singleton
    ActivityRelay relay(
            RelayLeadership leadership, ActivityOutbox outbox, ActivityLog log, ParleyConfiguration configuration) {
        return new ActivityRelay(
                leadership, outbox, log, configuration.getRelay().batch());
    }

    @Provides
    @Singleton
    ReadOwnActivityUseCase readOwnActivity(ActivityLog log, Users users) {
        return new ReadOwnActivityService(log, users);
    }

    @Provides
    @Singleton
    EraseAccountUseCase erase(
            UnitOfWork unitOfWork,
            UserLocks locks,
            Users users,
            Sessions sessions,
            Blocks blocks,
            Messages messages,
            UserEvents events,
            Erasures erasures,
            ActivityOutbox outbox,
            Clock clock) {
        return new EraseAccountService(
                unitOfWork, locks, users, sessions, blocks, messages, events, erasures, outbox, clock);
    }

    @Provides
    @Singleton
    ContinueErasuresUseCase continueErasures(
            UnitOfWork unitOfWork,
            UserLocks locks,
            Erasures erasures,
            Blocks blocks,
            Conversations conversations,
            Messages messages,
            UserEvents events,
            Clock clock) {
        return new ContinueErasuresService(unitOfWork, locks, erasures, blocks, conversations, messages, events, clock);
    }
}
