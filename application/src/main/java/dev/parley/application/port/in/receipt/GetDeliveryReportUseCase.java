package dev.parley.application.port.in.receipt;

import dev.parley.domain.conversation.MessageId;
import dev.parley.domain.receipt.DeliveryReport;
import dev.parley.domain.user.UserId;
import java.util.Optional;

/** A participant asks for the receipts of a message. */
public interface GetDeliveryReportUseCase {

    /** Empty if the message does not exist or is not visible to the viewer, who cannot tell which. */
    Optional<DeliveryReport> get(UserId viewer, MessageId message);
}
