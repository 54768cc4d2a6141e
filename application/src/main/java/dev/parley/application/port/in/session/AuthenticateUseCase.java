package dev.parley.application.port.in.session;

import java.util.Optional;

/** Finds the user and session of a token. */
public interface AuthenticateUseCase {

    Result authenticate(PresentedCredential token);

    sealed interface Result {

        record Authenticated(Caller caller) implements Result {}

        /** No session has the token, or the session was ended or has expired; the client cannot tell which. */
        record Rejected() implements Result {}

        /** The caller, if the token is valid. */
        default Optional<Caller> known() {
            return this instanceof Authenticated(Caller caller) ? Optional.of(caller) : Optional.empty();
        }
    }
}
