package dev.parley.adapters.rest.v1.message;

import dev.parley.adapters.rest.v1.json.V1Body;
import dev.parley.domain.receipt.DeliveryReport;
import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * The receipts of a message.
 *
 * @param readAt null if it is unread
 */
record DeliveryReportResponse(Instant deliveredAt, @Nullable Instant readAt) implements V1Body {

    static DeliveryReportResponse of(DeliveryReport report) {
        return new DeliveryReportResponse(report.deliveredAt(), report.readAt().orElse(null));
    }
}
