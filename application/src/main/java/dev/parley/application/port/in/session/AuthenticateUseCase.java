package dev.parley.application.port.in.session;

import dev.parley.domain.session.Token;
import java.util.Optional;

/** Tells whose token this is. */
public interface AuthenticateUseCase {

    /** Empty if no session has the token, or if it was ended or has expired: the caller cannot tell which. */
    Optional<Caller> authenticate(Token token);
}
