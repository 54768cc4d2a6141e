package dev.parley.application.service.receipt;

import dev.parley.application.port.in.receipt.GetDeliveryReportUseCase;
import dev.parley.application.port.out.conversation.Messages;
import dev.parley.application.port.out.receipt.ReadReceipts;
import dev.parley.application.port.out.shared.UnitOfWork;
import dev.parley.domain.conversation.Message;
import dev.parley.domain.conversation.MessageId;
import dev.parley.domain.receipt.DeliveryReport;
import dev.parley.domain.receipt.ReadTimes;
import dev.parley.domain.user.UserId;
import java.util.List;
import java.util.Optional;

public final class GetDeliveryReportService implements GetDeliveryReportUseCase {

    private final UnitOfWork unitOfWork;
    private final Messages messages;
    private final ReadReceipts receipts;

    public GetDeliveryReportService(UnitOfWork unitOfWork, Messages messages, ReadReceipts receipts) {
        this.unitOfWork = unitOfWork;
        this.messages = messages;
        this.receipts = receipts;
    }

    @Override
    public Optional<DeliveryReport> get(UserId viewer, MessageId id) {
        return unitOfWork.snapshot(() -> messages.find(id)
                .filter(message -> message.isShownTo(viewer))
                .map(message -> DeliveryReport.of(message, viewer, readTimesOf(message))));
    }

    private ReadTimes readTimesOf(Message message) {
        return new ReadTimes(receipts.listCovering(message.conversation(), List.of(message)));
    }
}
