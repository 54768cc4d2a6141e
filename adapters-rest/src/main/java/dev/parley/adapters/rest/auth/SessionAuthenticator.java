package dev.parley.adapters.rest.auth;

import dev.parley.application.port.in.session.AuthenticateUseCase;
import dev.parley.domain.session.Token;
import io.dropwizard.auth.Authenticator;
import java.util.Optional;

/** Asks the core whose token this is. */
public final class SessionAuthenticator implements Authenticator<Token, AuthenticatedCaller> {

    private final AuthenticateUseCase authenticate;

    public SessionAuthenticator(AuthenticateUseCase authenticate) {
        this.authenticate = authenticate;
    }

    @Override
    public Optional<AuthenticatedCaller> authenticate(Token token) {
        return authenticate.authenticate(token).map(AuthenticatedCaller::new);
    }
}
