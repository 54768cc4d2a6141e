package dev.parley.application.port.in.receipt;

import dev.parley.domain.conversation.MessageId;
import dev.parley.domain.receipt.DeliveryReport;
import dev.parley.domain.user.UserId;
import java.util.Optional;

/** One of the two of a conversation asks what became of a message. */
public interface GetDeliveryReportUseCase {

    /** Empty if there is no such message, or if the viewer is not shown it: they cannot tell which. */
    Optional<DeliveryReport> get(UserId viewer, MessageId message);
}
