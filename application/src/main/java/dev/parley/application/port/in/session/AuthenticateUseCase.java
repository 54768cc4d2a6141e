package dev.parley.application.port.in.session;

import dev.parley.domain.limit.Quotas;
import java.util.Optional;

/** Tells whose token this is. */
public interface AuthenticateUseCase {

    Result authenticate(Presented token);

    /** What came of it. */
    sealed interface Result {

        record Authenticated(Caller caller) implements Result {}

        /**
         * No session has the token, or it was ended or has expired: the caller cannot tell which.
         *
         * @param quotas what is left of such failures
         */
        record Rejected(Quotas quotas) implements Result {

            public Rejected() {
                this(Quotas.NONE);
            }
        }

        /** Too many were rejected from there, and this one is not familiar: nobody looked whose it is. */
        record Throttled(Quotas quotas) implements Result {}

        /** Whose it is, if it is anybody's. */
        default Optional<Caller> known() {
            return this instanceof Authenticated(Caller caller) ? Optional.of(caller) : Optional.empty();
        }
    }
}
