package dev.parley.bootstrap.wiring;

import com.google.inject.AbstractModule;
import com.google.inject.Provides;
import com.google.inject.Singleton;
import dev.parley.adapters.rest.v1.EventApi;
import dev.parley.adapters.rest.v1.V1Api;
import dev.parley.adapters.rest.v1.V1UseCases;
import dev.parley.application.port.in.activity.ReadOwnActivityUseCase;
import dev.parley.application.port.in.block.BlockUserUseCase;
import dev.parley.application.port.in.block.ListBlocksUseCase;
import dev.parley.application.port.in.block.UnblockUserUseCase;
import dev.parley.application.port.in.conversation.BrowseHistoryUseCase;
import dev.parley.application.port.in.conversation.FindReceiverUseCase;
import dev.parley.application.port.in.conversation.SendMessageUseCase;
import dev.parley.application.port.in.erasure.EraseAccountUseCase;
import dev.parley.application.port.in.event.ReadEventsUseCase;
import dev.parley.application.port.in.event.WatchEventsUseCase;
import dev.parley.application.port.in.inbox.CountUnreadUseCase;
import dev.parley.application.port.in.inbox.ReadInboxUseCase;
import dev.parley.application.port.in.limit.AdmitRequestUseCase;
import dev.parley.application.port.in.receipt.GetDeliveryReportUseCase;
import dev.parley.application.port.in.receipt.MarkReadUseCase;
import dev.parley.application.port.in.session.AuthenticateUseCase;
import dev.parley.application.port.in.session.IssueStreamTicketUseCase;
import dev.parley.application.port.in.session.ListSessionsUseCase;
import dev.parley.application.port.in.session.LogInUseCase;
import dev.parley.application.port.in.session.LogOutUseCase;
import dev.parley.application.port.in.session.RedeemStreamTicketUseCase;
import dev.parley.application.port.in.session.RevokeSessionUseCase;
import dev.parley.application.port.in.user.ChangePasswordUseCase;
import dev.parley.application.port.in.user.FindUserUseCase;
import dev.parley.application.port.in.user.GetProfileUseCase;
import dev.parley.application.port.in.user.RegisterUserUseCase;
import dev.parley.application.port.in.user.SearchUsersUseCase;
import dev.parley.bootstrap.configuration.ParleyConfiguration;
import dev.parley.bootstrap.configuration.Version;
import java.security.SecureRandom;

/** The v1 surface over its use cases. */
final class V1Module extends AbstractModule {

    /** A client that has lost its stream comes again after so many milliseconds, and some more. */
    private static final int RETRY_MILLIS = 2000;

    private static final int RETRY_JITTER_MILLIS = 3000;

    @Provides
    @Singleton
    V1UseCases.Users users(RegisterUserUseCase register, FindUserUseCase find, SearchUsersUseCase search) {
        return new V1UseCases.Users(register, find, search);
    }

    @Provides
    @Singleton
    V1UseCases.Account account(
            GetProfileUseCase getProfile,
            ChangePasswordUseCase changePassword,
            EraseAccountUseCase erase,
            ReadOwnActivityUseCase readActivity) {
        return new V1UseCases.Account(getProfile, changePassword, erase, readActivity);
    }

    @Provides
    @Singleton
    V1UseCases.Sessions sessions(
            AuthenticateUseCase authenticate,
            LogInUseCase logIn,
            LogOutUseCase logOut,
            ListSessionsUseCase list,
            RevokeSessionUseCase revoke) {
        return new V1UseCases.Sessions(authenticate, logIn, logOut, list, revoke);
    }

    @Provides
    @Singleton
    V1UseCases.Blocks blocks(BlockUserUseCase block, UnblockUserUseCase unblock, ListBlocksUseCase list) {
        return new V1UseCases.Blocks(block, unblock, list);
    }

    @Provides
    @Singleton
    V1UseCases.Conversations conversations(
            ReadInboxUseCase readInbox,
            CountUnreadUseCase countUnread,
            BrowseHistoryUseCase browse,
            FindReceiverUseCase findReceiver,
            SendMessageUseCase send,
            MarkReadUseCase markRead,
            GetDeliveryReportUseCase deliveryReport) {
        return new V1UseCases.Conversations(
                readInbox, countUnread, browse, findReceiver, send, markRead, deliveryReport);
    }

    @Provides
    @Singleton
    EventApi events(
            AuthenticateUseCase authenticate,
            ReadEventsUseCase read,
            WatchEventsUseCase watch,
            IssueStreamTicketUseCase issueTicket,
            RedeemStreamTicketUseCase redeemTicket,
            AdmitRequestUseCase admit,
            ParleyConfiguration configuration,
            SecureRandom random) {
        return new EventApi(
                new EventApi.UseCases(authenticate, read, watch, issueTicket, redeemTicket, admit),
                configuration.getEvents().following(),
                System::nanoTime,
                () -> RETRY_MILLIS + random.nextInt(RETRY_JITTER_MILLIS));
    }

    @Provides
    @Singleton
    V1Api v1Api(
            V1UseCases.Users users,
            V1UseCases.Account account,
            V1UseCases.Sessions sessions,
            V1UseCases.Blocks blocks,
            V1UseCases.Conversations conversations,
            EventApi events) {
        V1UseCases useCases = new V1UseCases(users, account, sessions, blocks, conversations);
        return new V1Api(useCases, events, Version.current());
    }
}
