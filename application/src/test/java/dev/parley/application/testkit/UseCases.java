package dev.parley.application.testkit;

import dev.parley.application.port.in.activity.ActivityQueries;
import dev.parley.application.port.in.activity.RelayActivitiesUseCase;
import dev.parley.application.port.in.audit.CheckDataUseCase;
import dev.parley.application.port.in.block.BlockUserUseCase;
import dev.parley.application.port.in.block.ListBlocksUseCase;
import dev.parley.application.port.in.block.UnblockUserUseCase;
import dev.parley.application.port.in.conversation.BrowseHistoryUseCase;
import dev.parley.application.port.in.conversation.FindReceiverUseCase;
import dev.parley.application.port.in.conversation.MessageQueries;
import dev.parley.application.port.in.conversation.ReadHistoryUseCase;
import dev.parley.application.port.in.conversation.SendMessageUseCase;
import dev.parley.application.port.in.erasure.ContinueErasuresUseCase;
import dev.parley.application.port.in.erasure.EraseAccountUseCase;
import dev.parley.application.port.in.event.ReadEventsUseCase;
import dev.parley.application.port.in.inbox.InboxQueries;
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
import dev.parley.application.port.in.user.RegisterUserUseCase;
import dev.parley.application.port.in.user.SetPasswordUseCase;
import dev.parley.application.port.in.user.UserQueries;
import dev.parley.application.port.out.session.TokenMinter;
import dev.parley.application.port.out.shared.UnitOfWork;
import dev.parley.application.port.out.user.PasswordHasher;
import dev.parley.application.service.activity.ActivityQueriesService;
import dev.parley.application.service.activity.RelayActivitiesService;
import dev.parley.application.service.audit.CheckDataService;
import dev.parley.application.service.block.BlockUserService;
import dev.parley.application.service.block.ListBlocksService;
import dev.parley.application.service.block.UnblockUserService;
import dev.parley.application.service.conversation.BrowseHistoryService;
import dev.parley.application.service.conversation.FindReceiverService;
import dev.parley.application.service.conversation.MessageQueriesService;
import dev.parley.application.service.conversation.ReadHistoryService;
import dev.parley.application.service.conversation.SendMessageService;
import dev.parley.application.service.erasure.ContinueErasuresService;
import dev.parley.application.service.erasure.EraseAccountService;
import dev.parley.application.service.event.ReadEventsService;
import dev.parley.application.service.inbox.InboxQueriesService;
import dev.parley.application.service.receipt.GetDeliveryReportService;
import dev.parley.application.service.receipt.MarkReadService;
import dev.parley.application.service.session.AuthenticateService;
import dev.parley.application.service.session.IssueStreamTicketService;
import dev.parley.application.service.session.ListSessionsService;
import dev.parley.application.service.session.LogInService;
import dev.parley.application.service.session.LogOutService;
import dev.parley.application.service.session.RedeemStreamTicketService;
import dev.parley.application.service.session.RevokeSessionService;
import dev.parley.application.service.user.ChangePasswordService;
import dev.parley.application.service.user.RegisterUserService;
import dev.parley.application.service.user.SetPasswordService;
import dev.parley.application.service.user.UserQueriesService;
import dev.parley.application.testkit.contract.Stores;
import dev.parley.domain.session.SessionPolicy;
import java.time.Clock;
import java.time.Duration;

/** All use cases over in-memory stores, for tests of driving adapters. */
public record UseCases(
        RegisterUserUseCase register,
        UserQueries users,
        SetPasswordUseCase setPassword,
        ChangePasswordUseCase changePassword,
        LogInUseCase logIn,
        LogOutUseCase logOut,
        ListSessionsUseCase listSessions,
        RevokeSessionUseCase revokeSession,
        AuthenticateUseCase authenticate,
        BlockUserUseCase block,
        UnblockUserUseCase unblock,
        ListBlocksUseCase listBlocks,
        FindReceiverUseCase findReceiver,
        SendMessageUseCase send,
        ReadHistoryUseCase readHistory,
        BrowseHistoryUseCase browseHistory,
        MessageQueries messages,
        MarkReadUseCase markRead,
        GetDeliveryReportUseCase deliveryReport,
        InboxQueries inbox,
        ReadEventsUseCase readEvents,
        IssueStreamTicketUseCase issueTicket,
        RedeemStreamTicketUseCase redeemTicket,
        EraseAccountUseCase erase,
        ContinueErasuresUseCase continueErasures,
        CheckDataUseCase checkData,
        ActivityQueries activities,
        RelayActivitiesUseCase relay) {

    public static final SessionPolicy POLICY = new SessionPolicy(Duration.ofDays(90), Duration.ofHours(1));

    public static UseCases over(Stores stores, Clock clock) {
        return over(stores, stores.unitOfWork(), clock);
    }

    /** @param unitOfWork for the same state store */
    public static UseCases over(Stores stores, UnitOfWork unitOfWork, Clock clock) {
        PasswordHasher hasher = new FakePasswordHasher();
        TokenMinter tokens = new CountingTokenMinter();
        return new UseCases(
                new RegisterUserService(unitOfWork, stores.users(), hasher, stores.outbox(), clock),
                new UserQueriesService(stores.users()),
                new SetPasswordService(
                        unitOfWork,
                        stores.users(),
                        stores.sessions(),
                        hasher,
                        stores.locks(),
                        stores.events(),
                        stores.outbox(),
                        clock),
                new ChangePasswordService(
                        unitOfWork,
                        stores.users(),
                        stores.sessions(),
                        hasher,
                        stores.locks(),
                        stores.events(),
                        stores.outbox(),
                        clock),
                new LogInService(
                        unitOfWork,
                        stores.locks(),
                        stores.users(),
                        hasher,
                        stores.sessions(),
                        tokens,
                        stores.outbox(),
                        POLICY,
                        clock),
                new LogOutService(
                        unitOfWork, stores.sessions(), stores.locks(), stores.events(), stores.outbox(), clock),
                new ListSessionsService(stores.sessions(), clock),
                new RevokeSessionService(
                        unitOfWork, stores.sessions(), stores.locks(), stores.events(), stores.outbox(), clock),
                new AuthenticateService(stores.sessions(), POLICY, clock),
                new BlockUserService(
                        unitOfWork,
                        stores.users(),
                        stores.locks(),
                        stores.blocks(),
                        stores.events(),
                        stores.outbox(),
                        clock),
                new UnblockUserService(
                        unitOfWork,
                        stores.users(),
                        stores.locks(),
                        stores.blocks(),
                        stores.conversations(),
                        stores.messages(),
                        stores.events(),
                        stores.outbox(),
                        clock),
                new ListBlocksService(stores.blocks(), stores.users()),
                new FindReceiverService(stores.users(), stores.messages()),
                new SendMessageService(stores.sending(), clock),
                new ReadHistoryService(
                        unitOfWork,
                        stores.locks(),
                        stores.conversations(),
                        stores.messages(),
                        stores.receipts(),
                        stores.events(),
                        clock),
                new BrowseHistoryService(unitOfWork, stores.users(), stores.conversations(), stores.messages()),
                new MessageQueriesService(unitOfWork, stores.messages(), stores.users()),
                new MarkReadService(
                        unitOfWork,
                        stores.users(),
                        stores.locks(),
                        stores.conversations(),
                        stores.messages(),
                        stores.receipts(),
                        stores.events(),
                        clock),
                new GetDeliveryReportService(unitOfWork, stores.messages(), stores.receipts()),
                new InboxQueriesService(unitOfWork, stores.inboxes(), stores.events(), stores.users()),
                new ReadEventsService(stores.eventPages(), stores.signals(), stores.sessions(), POLICY, clock),
                new IssueStreamTicketService(stores.tickets(), tokens, clock),
                new RedeemStreamTicketService(stores.tickets(), stores.sessions(), clock),
                new EraseAccountService(
                        unitOfWork,
                        stores.locks(),
                        stores.users(),
                        stores.sessions(),
                        stores.blocks(),
                        stores.messages(),
                        stores.events(),
                        stores.erasures(),
                        stores.outbox(),
                        clock),
                new ContinueErasuresService(
                        unitOfWork,
                        stores.locks(),
                        stores.erasures(),
                        stores.blocks(),
                        stores.conversations(),
                        stores.messages(),
                        stores.events(),
                        clock),
                new CheckDataService(unitOfWork, stores.audit(), stores.conversations()),
                new ActivityQueriesService(stores.log(), stores.users()),
                new RelayActivitiesService(stores.leadership(), stores.outbox(), stores.log(), 100));
    }
}
