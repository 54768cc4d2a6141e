package dev.parley.application.service.session;

import dev.parley.application.port.in.limit.RateLimitedUseCase;
import dev.parley.application.port.in.session.PresentedCredential;
import dev.parley.application.port.in.session.RedeemStreamTicketUseCase;
import dev.parley.application.port.in.session.RedeemStreamTicketUseCase.Result;
import dev.parley.application.port.out.limit.NodeLimits;
import dev.parley.application.port.out.session.StreamTickets;
import dev.parley.domain.limit.LimitKey;
import dev.parley.domain.limit.NeededPermit;
import dev.parley.domain.limit.PermitResults;
import dev.parley.domain.limit.RateLimit;
import java.util.List;

/**
 * Redeems a ticket only if its user's read limit allows it, and limits the lookups of invalid tickets per network. A throttled
 * attempt does not use the ticket up.
 */
public final class ThrottledRedeemStreamTicketService implements RateLimitedUseCase<PresentedCredential, Result> {

    private final RedeemStreamTicketUseCase redeem;
    private final StreamTickets tickets;
    private final NodeLimits limits;
    private final RateLimit reads;
    private final RateLimit failures;

    /**
     * @param reads limit per user; opening a stream counts as one read
     * @param failures limit per network; a site has {@link dev.parley.domain.limit.Network#SITE_SHARE} times as much
     */
    public ThrottledRedeemStreamTicketService(
            RedeemStreamTicketUseCase redeem,
            StreamTickets tickets,
            NodeLimits limits,
            RateLimit reads,
            RateLimit failures) {
        this.redeem = redeem;
        this.tickets = tickets;
        this.limits = limits;
        this.reads = reads;
        this.failures = failures;
    }

    @Override
    public Outcome<Result> execute(PresentedCredential ticket) {
        List<NeededPermit> failure = ticket.network().permits(failures);
        PermitResults before = limits.look(failure);
        if (!before.areGranted()) {
            return new Outcome.Throttled<>(before);
        }
        return tickets.find(ticket.digest())
                .map(found -> admitted(found, ticket, failure))
                .orElseGet(() -> new Outcome.Allowed<>(new Result.Rejected(), limits.take(failure)));
    }

    private Outcome<Result> admitted(
            StreamTickets.Ticket found, PresentedCredential ticket, List<NeededPermit> failure) {
        PermitResults read = PermitResults.of(
                limits.take(new NeededPermit(reads, LimitKey.ofUser(found.user().value()))));
        if (!read.areGranted()) {
            return new Outcome.Throttled<>(read);
        }
        Result result = redeem.redeem(ticket);
        return new Outcome.Allowed<>(result, result instanceof Result.Rejected ? limits.take(failure) : read);
    }
}
