package dev.parley.adapters.rest.v1.http;

import dev.parley.adapters.rest.auth.AuthenticatedCaller;
import dev.parley.adapters.rest.auth.AuthorizationHeader;
import dev.parley.adapters.rest.auth.AuthorizationHeader.Absent;
import dev.parley.adapters.rest.auth.AuthorizationHeader.Malformed;
import dev.parley.adapters.rest.auth.AuthorizationHeader.Presented;
import dev.parley.adapters.rest.request.CallerOfRequest;
import dev.parley.adapters.rest.request.FilterOrder;
import dev.parley.adapters.rest.session.PresentedToken;
import dev.parley.adapters.rest.session.SessionAuthenticator;
import dev.parley.adapters.rest.v1.error.Problem;
import dev.parley.adapters.rest.v1.problem.ProblemCode;
import dev.parley.domain.session.Token;
import io.dropwizard.auth.AuthFilter;
import jakarta.annotation.Priority;
import jakarta.ws.rs.container.ContainerRequestContext;
import jakarta.ws.rs.core.HttpHeaders;
import java.util.Optional;
import java.util.Set;

/**
 * Authenticates requests to v1 by a token, with either scheme. Public endpoints ignore tokens: a client with an expired
 * token must be able to log in.
 */
@Priority(FilterOrder.CALLER)
public final class TokenAuthentication extends AuthFilter<PresentedToken, AuthenticatedCaller> {

    /** The accepted schemes in lower case. */
    public static final Set<String> SCHEMES = Set.of("bearer", "token");

    public TokenAuthentication(SessionAuthenticator sessions) {
        this.authenticator = sessions;
    }

    @Override
    public void filter(ContainerRequestContext request) {
        refusal(request).ifPresent(code -> request.abortWith(Problem.of(code).response()));
        CallerOfRequest.recordIfAuthenticated(request);
    }

    /** Does not distinguish unknown, revoked and expired tokens. */
    private Optional<ProblemCode> refusal(ContainerRequestContext request) {
        String header = request.getHeaderString(HttpHeaders.AUTHORIZATION);
        return switch (AuthorizationHeader.read(header, SCHEMES)) {
            case Absent absent -> Optional.of(ProblemCode.UNAUTHENTICATED);
            case Malformed malformed -> Optional.of(ProblemCode.UNAUTHENTICATED);
            case Presented(String text) ->
                isKnown(text, request) ? Optional.empty() : Optional.of(ProblemCode.INVALID_TOKEN);
        };
    }

    private boolean isKnown(String text, ContainerRequestContext request) {
        return Token.parse(text)
                .filter(token -> authenticate(request, new PresentedToken(token, request), "Bearer"))
                .isPresent();
    }
}
