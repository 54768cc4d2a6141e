package dev.parley.bootstrap.wiring;

import dev.parley.application.port.in.block.BlockUserUseCase;
import dev.parley.application.port.in.block.ListBlocksUseCase;
import dev.parley.application.port.in.block.UnblockUserUseCase;
import dev.parley.application.port.in.conversation.BrowseHistoryUseCase;
import dev.parley.application.port.in.conversation.FindReceiverUseCase;
import dev.parley.application.port.in.conversation.MessageQueries;
import dev.parley.application.port.in.conversation.ReadHistoryUseCase;
import dev.parley.application.port.in.inbox.InboxQueries;
import dev.parley.application.port.in.receipt.GetDeliveryReportUseCase;
import dev.parley.application.port.in.receipt.MarkReadUseCase;
import dev.parley.application.service.block.BlockUserService;
import dev.parley.application.service.block.ListBlocksService;
import dev.parley.application.service.block.UnblockUserService;
import dev.parley.application.service.conversation.BrowseHistoryService;
import dev.parley.application.service.conversation.FindReceiverService;
import dev.parley.application.service.conversation.MessageQueriesService;
import dev.parley.application.service.conversation.ReadHistoryService;
import dev.parley.application.service.conversation.SendMessageService;
import dev.parley.application.service.inbox.InboxQueriesService;
import dev.parley.application.service.receipt.GetDeliveryReportService;
import dev.parley.application.service.receipt.MarkReadService;

/** The use cases of blocks, messages, receipts and inboxes. */
final class ConversationModule extends ConstructorModule {

    @Override
    protected void configure() {
        useCase(BlockUserUseCase.class, BlockUserService.class);
        useCase(UnblockUserUseCase.class, UnblockUserService.class);
        useCase(ListBlocksUseCase.class, ListBlocksService.class);
        useCase(FindReceiverUseCase.class, FindReceiverService.class);
        single(SendMessageService.class);
        useCase(ReadHistoryUseCase.class, ReadHistoryService.class);
        useCase(BrowseHistoryUseCase.class, BrowseHistoryService.class);
        useCase(MessageQueries.class, MessageQueriesService.class);
        useCase(MarkReadUseCase.class, MarkReadService.class);
        useCase(GetDeliveryReportUseCase.class, GetDeliveryReportService.class);
        useCase(InboxQueries.class, InboxQueriesService.class);
    }
}
