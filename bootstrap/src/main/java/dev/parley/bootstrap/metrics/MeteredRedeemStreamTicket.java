package dev.parley.bootstrap.metrics;

import dev.parley.application.port.in.session.Presented;
import dev.parley.application.port.in.session.RedeemStreamTicketUseCase;
import dev.parley.domain.limit.Quotas;

/** Counts streams that were refused because too much was asked for. */
public final class MeteredRedeemStreamTicket implements RedeemStreamTicketUseCase {

    private final RedeemStreamTicketUseCase delegate;
    private final ServiceMetrics metrics;

    public MeteredRedeemStreamTicket(RedeemStreamTicketUseCase delegate, ServiceMetrics metrics) {
        this.delegate = delegate;
        this.metrics = metrics;
    }

    @Override
    public Result redeem(Presented ticket) {
        Result result = delegate.redeem(ticket);
        if (result instanceof Result.Throttled(Quotas quotas)) {
            metrics.limited(quotas);
        }
        return result;
    }
}
