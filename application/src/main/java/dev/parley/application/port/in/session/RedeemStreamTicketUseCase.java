package dev.parley.application.port.in.session;

import java.util.Optional;

/** A client redeems a stream ticket. A ticket can be used once. */
public interface RedeemStreamTicketUseCase {

    Result redeem(PresentedCredential ticket);

    sealed interface Result {

        record Redeemed(Caller caller) implements Result {}

        /** The ticket is unknown, used or expired, or its session has ended or expired. */
        record Rejected() implements Result {}

        /** The caller, if the ticket was valid. */
        default Optional<Caller> known() {
            return this instanceof Redeemed(Caller caller) ? Optional.of(caller) : Optional.empty();
        }
    }
}
