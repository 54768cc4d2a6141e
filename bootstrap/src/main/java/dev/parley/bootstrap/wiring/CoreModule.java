package dev.parley.bootstrap.wiring;

import com.google.inject.AbstractModule;
import com.google.inject.Provides;
import com.google.inject.Singleton;
import dev.parley.application.port.in.activity.ReadActivityUseCase;
import dev.parley.application.port.in.block.BlockUserUseCase;
import dev.parley.application.port.in.block.ListBlocksUseCase;
import dev.parley.application.port.in.block.UnblockUserUseCase;
import dev.parley.application.port.in.conversation.ReadHistoryUseCase;
import dev.parley.application.port.in.session.AuthenticateUseCase;
import dev.parley.application.port.in.session.ListSessionsUseCase;
import dev.parley.application.port.in.session.LogOutUseCase;
import dev.parley.application.port.in.session.RevokeSessionUseCase;
import dev.parley.application.port.in.user.ChangePasswordUseCase;
import dev.parley.application.port.in.user.FindUserUseCase;
import dev.parley.application.port.in.user.GetProfileUseCase;
import dev.parley.application.port.in.user.RegisterUserUseCase;
import dev.parley.application.port.in.user.SearchUsersUseCase;
import dev.parley.application.port.in.user.SetPasswordUseCase;
import dev.parley.application.port.out.activity.ActivityLog;
import dev.parley.application.port.out.activity.ActivityOutbox;
import dev.parley.application.port.out.activity.RelayLeadership;
import dev.parley.application.port.out.block.Blocks;
import dev.parley.application.port.out.conversation.Conversations;
import dev.parley.application.port.out.conversation.MessageSending;
import dev.parley.application.port.out.conversation.Messages;
import dev.parley.application.port.out.receipt.ReadReceipts;
import dev.parley.application.port.out.session.Sessions;
import dev.parley.application.port.out.session.TokenMinter;
import dev.parley.application.port.out.shared.UnitOfWork;
import dev.parley.application.port.out.user.PasswordHasher;
import dev.parley.application.port.out.user.UserLocks;
import dev.parley.application.port.out.user.Users;
import dev.parley.application.service.activity.ActivityRelay;
import dev.parley.application.service.activity.ReadActivityService;
import dev.parley.application.service.block.BlockUserService;
import dev.parley.application.service.block.ListBlocksService;
import dev.parley.application.service.block.UnblockUserService;
import dev.parley.application.service.conversation.ReadHistoryService;
import dev.parley.application.service.conversation.SendMessageService;
import dev.parley.application.service.session.AuthenticateService;
import dev.parley.application.service.session.ListSessionsService;
import dev.parley.application.service.session.LogInService;
import dev.parley.application.service.session.LogOutService;
import dev.parley.application.service.session.RevokeSessionService;
import dev.parley.application.service.user.ChangePasswordService;
import dev.parley.application.service.user.FindUserService;
import dev.parley.application.service.user.GetProfileService;
import dev.parley.application.service.user.RegisterUserService;
import dev.parley.application.service.user.SearchUsersService;
import dev.parley.application.service.user.SetPasswordService;
import dev.parley.bootstrap.configuration.ParleyConfiguration;
import dev.parley.domain.session.SessionPolicy;
import java.time.Clock;

/** The use cases over their ports. */
final class CoreModule extends AbstractModule {

    @Provides
    @Singleton
    SessionPolicy sessionPolicy(ParleyConfiguration configuration) {
        return configuration.getSessions().policy();
    }

    @Provides
    @Singleton
    RegisterUserUseCase register(
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
    SetPasswordUseCase setPassword(
            UnitOfWork unitOfWork,
            Users users,
            Sessions sessions,
            PasswordHasher hasher,
            ActivityOutbox outbox,
            Clock clock) {
        return new SetPasswordService(unitOfWork, users, sessions, hasher, outbox, clock);
    }

    @Provides
    @Singleton
    ChangePasswordUseCase changePassword(
            UnitOfWork unitOfWork,
            Users users,
            Sessions sessions,
            PasswordHasher hasher,
            ActivityOutbox outbox,
            Clock clock) {
        return new ChangePasswordService(unitOfWork, users, sessions, hasher, outbox, clock);
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
            Users users,
            PasswordHasher hasher,
            Sessions sessions,
            TokenMinter tokens,
            ActivityOutbox outbox,
            SessionPolicy policy,
            Clock clock) {
        return new LogInService(unitOfWork, users, hasher, sessions, tokens, outbox, policy, clock);
    }

    @Provides
    @Singleton
    LogOutUseCase logOut(UnitOfWork unitOfWork, Sessions sessions, ActivityOutbox outbox, Clock clock) {
        return new LogOutService(unitOfWork, sessions, outbox, clock);
    }

    @Provides
    @Singleton
    AuthenticateUseCase authenticate(Sessions sessions, SessionPolicy policy, Clock clock) {
        return new AuthenticateService(sessions, policy, clock);
    }

    @Provides
    @Singleton
    ListSessionsUseCase listSessions(Sessions sessions, Clock clock) {
        return new ListSessionsService(sessions, clock);
    }

    @Provides
    @Singleton
    RevokeSessionUseCase revokeSession(UnitOfWork unitOfWork, Sessions sessions, ActivityOutbox outbox, Clock clock) {
        return new RevokeSessionService(unitOfWork, sessions, outbox, clock);
    }

    @Provides
    @Singleton
    BlockUserUseCase block(
            UnitOfWork unitOfWork, Users users, UserLocks locks, Blocks blocks, ActivityOutbox outbox, Clock clock) {
        return new BlockUserService(unitOfWork, users, locks, blocks, outbox, clock);
    }

    @Provides
    @Singleton
    UnblockUserUseCase unblock(
            UnitOfWork unitOfWork,
            Users users,
            UserLocks locks,
            Blocks blocks,
            Conversations conversations,
            Messages messages,
            ActivityOutbox outbox,
            Clock clock) {
        return new UnblockUserService(unitOfWork, users, locks, blocks, conversations, messages, outbox, clock);
    }

    @Provides
    @Singleton
    ListBlocksUseCase listBlocks(Blocks blocks, Users users) {
        return new ListBlocksService(blocks, users);
    }

    @Provides
    @Singleton
    SendMessageService send(MessageSending sending, Clock clock) {
        return new SendMessageService(sending, clock);
    }

    @Provides
    @Singleton
    ReadHistoryUseCase readHistory(
            UnitOfWork unitOfWork,
            UserLocks locks,
            Conversations conversations,
            Messages messages,
            ReadReceipts receipts,
            Clock clock) {
        return new ReadHistoryService(unitOfWork, locks, conversations, messages, receipts, clock);
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
}
