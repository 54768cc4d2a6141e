package dev.parley.application.port.in.session;

import dev.parley.domain.limit.Quotas;
import java.util.Optional;

/** A client redeems a stream ticket. A ticket can be used once; a throttled attempt does not use it. */
public interface RedeemStreamTicketUseCase {

    Result redeem(Presented ticket);

    sealed interface Result {

        /** The limits that apply to this attempt. */
        Quotas quotas();

        record Redeemed(Caller caller, Quotas quotas) implements Result {

            public Redeemed(Caller caller) {
                this(caller, Quotas.NONE);
            }
        }

        /** The ticket is unknown, used or expired, or its session has ended or expired. */
        record Rejected(Quotas quotas) implements Result {

            public Rejected() {
                this(Quotas.NONE);
            }
        }

        /** The user made too many reads, or the network sent too many invalid credentials. The ticket remains valid. */
        record Throttled(Quotas quotas) implements Result {}

        /** The caller, if the ticket was valid. */
        default Optional<Caller> known() {
            return this instanceof Redeemed(Caller caller, Quotas quotas) ? Optional.of(caller) : Optional.empty();
        }
    }
}
