package dev.parley.adapters.rest.v1;

import dev.parley.application.port.in.activity.ReadOwnActivityUseCase;
import dev.parley.application.port.in.block.BlockUserUseCase;
import dev.parley.application.port.in.block.ListBlocksUseCase;
import dev.parley.application.port.in.block.UnblockUserUseCase;
import dev.parley.application.port.in.conversation.BrowseHistoryUseCase;
import dev.parley.application.port.in.conversation.FindReceiverUseCase;
import dev.parley.application.port.in.conversation.SendMessageUseCase;
import dev.parley.application.port.in.erasure.EraseAccountUseCase;
import dev.parley.application.port.in.inbox.CountUnreadUseCase;
import dev.parley.application.port.in.inbox.ReadInboxUseCase;
import dev.parley.application.port.in.receipt.GetDeliveryReportUseCase;
import dev.parley.application.port.in.receipt.MarkReadUseCase;
import dev.parley.application.port.in.session.AuthenticateUseCase;
import dev.parley.application.port.in.session.ListSessionsUseCase;
import dev.parley.application.port.in.session.LogInUseCase;
import dev.parley.application.port.in.session.LogOutUseCase;
import dev.parley.application.port.in.session.RevokeSessionUseCase;
import dev.parley.application.port.in.user.ChangePasswordUseCase;
import dev.parley.application.port.in.user.FindUserUseCase;
import dev.parley.application.port.in.user.GetProfileUseCase;
import dev.parley.application.port.in.user.RegisterUserUseCase;
import dev.parley.application.port.in.user.SearchUsersUseCase;

/** What v1 asks of the core. */
public record V1UseCases(Users users, Account account, Sessions sessions, Blocks blocks, Conversations conversations) {

    /** Who is there. */
    public record Users(RegisterUserUseCase register, FindUserUseCase find, SearchUsersUseCase search) {}

    /** One's own account. */
    public record Account(
            GetProfileUseCase getProfile,
            ChangePasswordUseCase changePassword,
            EraseAccountUseCase erase,
            ReadOwnActivityUseCase readActivity) {}

    /** Coming and going. */
    public record Sessions(
            AuthenticateUseCase authenticate,
            LogInUseCase logIn,
            LogOutUseCase logOut,
            ListSessionsUseCase list,
            RevokeSessionUseCase revoke) {}

    /** Whom one does not want to hear from. */
    public record Blocks(BlockUserUseCase block, UnblockUserUseCase unblock, ListBlocksUseCase list) {}

    /** Writing and reading. */
    public record Conversations(
            ReadInboxUseCase readInbox,
            CountUnreadUseCase countUnread,
            BrowseHistoryUseCase browse,
            FindReceiverUseCase findReceiver,
            SendMessageUseCase send,
            MarkReadUseCase markRead,
            GetDeliveryReportUseCase getDeliveryReport) {}
}
