package dev.parley.bootstrap.wiring;

import com.google.inject.AbstractModule;
import com.google.inject.Provides;
import com.google.inject.Singleton;
import dev.parley.application.port.in.block.BlockUserUseCase;
import dev.parley.application.port.in.block.ListBlocksUseCase;
import dev.parley.application.port.in.block.UnblockUserUseCase;
import dev.parley.application.port.in.conversation.BrowseHistoryUseCase;
import dev.parley.application.port.in.conversation.FindReceiverUseCase;
import dev.parley.application.port.in.conversation.ReadHistoryUseCase;
import dev.parley.application.port.in.inbox.CountUnreadUseCase;
import dev.parley.application.port.in.inbox.ReadInboxUseCase;
import dev.parley.application.port.in.receipt.GetDeliveryReportUseCase;
import dev.parley.application.port.in.receipt.MarkReadUseCase;
import dev.parley.application.port.out.activity.ActivityOutbox;
import dev.parley.application.port.out.block.Blocks;
import dev.parley.application.port.out.conversation.Conversations;
import dev.parley.application.port.out.conversation.MessageSending;
import dev.parley.application.port.out.conversation.Messages;
import dev.parley.application.port.out.event.UserEvents;
import dev.parley.application.port.out.inbox.Inboxes;
import dev.parley.application.port.out.receipt.ReadReceipts;
import dev.parley.application.port.out.shared.UnitOfWork;
import dev.parley.application.port.out.user.UserLocks;
import dev.parley.application.port.out.user.Users;
import dev.parley.application.service.block.BlockUserService;
import dev.parley.application.service.block.ListBlocksService;
import dev.parley.application.service.block.UnblockUserService;
import dev.parley.application.service.conversation.BrowseHistoryService;
import dev.parley.application.service.conversation.FindReceiverService;
import dev.parley.application.service.conversation.ReadHistoryService;
import dev.parley.application.service.conversation.SendMessageService;
import dev.parley.application.service.inbox.CountUnreadService;
import dev.parley.application.service.inbox.ReadInboxService;
import dev.parley.application.service.receipt.GetDeliveryReportService;
import dev.parley.application.service.receipt.MarkReadService;
import java.time.Clock;

/** The use cases between users: blocks, messages, readings, inboxes. */
final class ConversationModule extends AbstractModule {

    @Provides
    @Singleton
    BlockUserUseCase block(
            UnitOfWork unitOfWork,
            Users users,
            UserLocks locks,
            Blocks blocks,
            UserEvents events,
            ActivityOutbox outbox,
            Clock clock) {
        return new BlockUserService(unitOfWork, users, locks, blocks, events, outbox, clock);
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
            UserEvents events,
            ActivityOutbox outbox,
            Clock clock) {
        return new UnblockUserService(unitOfWork, users, locks, blocks, conversations, messages, events, outbox, clock);
    }

    @Provides
    @Singleton
    ListBlocksUseCase listBlocks(Blocks blocks, Users users) {
        return new ListBlocksService(blocks, users);
    }

    @Provides
    @Singleton
    FindReceiverUseCase findReceiver(Users users, Messages messages) {
        return new FindReceiverService(users, messages);
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
            UserEvents events,
            Clock clock) {
        return new ReadHistoryService(unitOfWork, locks, conversations, messages, receipts, events, clock);
    }

    @Provides
    @Singleton
    BrowseHistoryUseCase browseHistory(
            UnitOfWork unitOfWork, Users users, Conversations conversations, Messages messages) {
        return new BrowseHistoryService(unitOfWork, users, conversations, messages);
    }

    @Provides
    @Singleton
    MarkReadUseCase markRead(
            UnitOfWork unitOfWork,
            Users users,
            UserLocks locks,
            Conversations conversations,
            Messages messages,
            ReadReceipts receipts,
            UserEvents events,
            Clock clock) {
        return new MarkReadService(unitOfWork, users, locks, conversations, messages, receipts, events, clock);
    }

    @Provides
    @Singleton
    GetDeliveryReportUseCase deliveryReport(UnitOfWork unitOfWork, Messages messages, ReadReceipts receipts) {
        return new GetDeliveryReportService(unitOfWork, messages, receipts);
    }

    @Provides
    @Singleton
    ReadInboxUseCase readInbox(UnitOfWork unitOfWork, Inboxes inboxes, UserEvents events, Users users) {
        return new ReadInboxService(unitOfWork, inboxes, events, users);
    }

    @Provides
    @Singleton
    CountUnreadUseCase countUnread(Inboxes inboxes) {
        return new CountUnreadService(inboxes);
    }
}
