package dev.parley.application.port.in.session;

import dev.parley.domain.limit.Quotas;
import java.util.Optional;

/** Somebody presents a ticket. It is used up by that, unless too much was asked for. */
public interface RedeemStreamTicketUseCase {

    Result redeem(Presented ticket);

    /** What came of it. */
    sealed interface Result {

        /** What is left of what it counted in. */
        Quotas quotas();

        record Redeemed(Caller caller, Quotas quotas) implements Result {

            public Redeemed(Caller caller) {
                this(caller, Quotas.NONE);
            }
        }

        /** There is no such ticket, it was used, it or its session has expired, or the session was ended. */
        record Rejected(Quotas quotas) implements Result {

            public Rejected() {
                this(Quotas.NONE);
            }
        }

        /** Its user has read too much, or too many tickets and tokens from there were nobody's. The ticket stays good. */
        record Throttled(Quotas quotas) implements Result {}

        /** Whose it was, if it was good. */
        default Optional<Caller> known() {
            return this instanceof Redeemed(Caller caller, Quotas quotas) ? Optional.of(caller) : Optional.empty();
        }
    }
}
