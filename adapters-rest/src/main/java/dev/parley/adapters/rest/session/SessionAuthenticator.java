package dev.parley.adapters.rest.session;

import dev.parley.adapters.rest.auth.AuthenticatedCaller;
import dev.parley.adapters.rest.limit.Admission;
import dev.parley.application.port.in.limit.RateLimitedUseCase;
import dev.parley.application.port.in.session.AuthenticateUseCase.Result;
import dev.parley.application.port.in.session.PresentedCredential;
import io.dropwizard.auth.Authenticator;
import java.util.Optional;

/** Looks up the session of a token. */
public final class SessionAuthenticator implements Authenticator<PresentedToken, AuthenticatedCaller> {

    private final RateLimitedUseCase<PresentedCredential, Result> authenticate;

    public SessionAuthenticator(RateLimitedUseCase<PresentedCredential, Result> authenticate) {
        this.authenticate = authenticate;
    }

    /** @throws jakarta.ws.rs.WebApplicationException with a 429 if the client's network sent too many invalid tokens */
    @Override
    public Optional<AuthenticatedCaller> authenticate(PresentedToken token) {
        return Admission.require(authenticate.execute(token.presented()), token.request())
                .known()
                .map(AuthenticatedCaller::new);
    }
}
