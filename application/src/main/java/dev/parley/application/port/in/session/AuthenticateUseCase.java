package dev.parley.application.port.in.session;

import dev.parley.domain.limit.Quotas;
import java.util.Optional;

/** Finds the user and session of a token. */
public interface AuthenticateUseCase {

    Result authenticate(Presented token);

    sealed interface Result {

        record Authenticated(Caller caller) implements Result {}

        /**
         * No session has the token, or the session was ended or has expired; the client cannot tell which.
         *
         * @param quotas the limits of invalid tokens
         */
        record Rejected(Quotas quotas) implements Result {

            public Rejected() {
                this(Quotas.NONE);
            }
        }

        /** Too many invalid tokens from this network, and this token is not cached: it was not looked up. */
        record Throttled(Quotas quotas) implements Result {}

        /** The caller, if the token is valid. */
        default Optional<Caller> known() {
            return this instanceof Authenticated(Caller caller) ? Optional.of(caller) : Optional.empty();
        }
    }
}
