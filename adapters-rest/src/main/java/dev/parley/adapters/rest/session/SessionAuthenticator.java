package dev.parley.adapters.rest.session;

import dev.parley.adapters.rest.auth.AuthenticatedCaller;
import dev.parley.adapters.rest.limit.Throttled;
import dev.parley.application.port.in.session.AuthenticateUseCase;
import dev.parley.application.port.in.session.AuthenticateUseCase.Result;
import dev.parley.application.port.in.session.Caller;
import dev.parley.domain.limit.Quotas;
import io.dropwizard.auth.Authenticator;
import java.util.Optional;

/** Looks up the session of a token. */
public final class SessionAuthenticator implements Authenticator<PresentedToken, AuthenticatedCaller> {

    private final AuthenticateUseCase authenticate;

    public SessionAuthenticator(AuthenticateUseCase authenticate) {
        this.authenticate = authenticate;
    }

    /** @throws jakarta.ws.rs.WebApplicationException with a 429 if the client's network sent too many invalid tokens */
    @Override
    public Optional<AuthenticatedCaller> authenticate(PresentedToken token) {
        return switch (authenticate.authenticate(token.presented())) {
            case Result.Authenticated(Caller caller) -> Optional.of(new AuthenticatedCaller(caller));
            case Result.Rejected(Quotas quotas) -> {
                token.note(quotas);
                yield Optional.empty();
            }
            case Result.Throttled(Quotas quotas) -> {
                token.note(quotas);
                throw Throttled.refusal(quotas);
            }
        };
    }
}
