package dev.parley.adapters.rest.legacy;

import dev.parley.adapters.rest.auth.AuthenticatedCaller;
import dev.parley.adapters.rest.auth.AuthorizationHeader;
import dev.parley.adapters.rest.auth.AuthorizationHeader.Absent;
import dev.parley.adapters.rest.auth.AuthorizationHeader.Malformed;
import dev.parley.adapters.rest.auth.AuthorizationHeader.Presented;
import dev.parley.adapters.rest.legacy.json.LegacyResponses;
import dev.parley.adapters.rest.request.CallerOfRequest;
import dev.parley.adapters.rest.request.FilterOrder;
import dev.parley.adapters.rest.session.PresentedToken;
import dev.parley.adapters.rest.session.SessionAuthenticator;
import dev.parley.domain.session.Token;
import io.dropwizard.auth.AuthFilter;
import jakarta.annotation.Priority;
import jakarta.ws.rs.container.ContainerRequestContext;
import jakarta.ws.rs.core.HttpHeaders;
import jakarta.ws.rs.core.Response;
import jakarta.ws.rs.core.Response.Status;
import java.util.Optional;
import java.util.Set;
import java.util.function.Predicate;

/** Authenticates requests by the scheme and with the error messages of the legacy API. */
@Priority(FilterOrder.CALLER)
final class LegacyTokenAuthentication extends AuthFilter<PresentedToken, AuthenticatedCaller> {

    private static final String SCHEME = "Token";
    private static final Set<String> SCHEMES = Set.of("token");

    private final SessionAuthenticator sessions;
    private final boolean needsToken;

    private LegacyTokenAuthentication(SessionAuthenticator sessions, boolean needsToken) {
        this.authenticator = sessions;
        this.sessions = sessions;
        this.needsToken = needsToken;
    }

    /** Rejects invalid tokens and requests without a token. */
    static LegacyTokenAuthentication required(SessionAuthenticator sessions) {
        return new LegacyTokenAuthentication(sessions, true);
    }

    /** Rejects invalid tokens. */
    static LegacyTokenAuthentication optional(SessionAuthenticator sessions) {
        return new LegacyTokenAuthentication(sessions, false);
    }

    @Override
    public void filter(ContainerRequestContext request) {
        refusal(request, token -> authenticate(request, new PresentedToken(token, request), SCHEME))
                .ifPresent(request::abortWith);
        CallerOfRequest.recordIfAuthenticated(request);
    }

    /** Returns the refusal of this request, for use after matching, when the caller can no longer be set. */
    Optional<Response> refusal(ContainerRequestContext request) {
        return refusal(request, token -> isKnown(token, request));
    }

    private boolean isKnown(Token token, ContainerRequestContext request) {
        Optional<AuthenticatedCaller> caller = sessions.authenticate(new PresentedToken(token, request));
        caller.ifPresent(known -> CallerOfRequest.record(known, request));
        return caller.isPresent();
    }

    private Optional<Response> refusal(ContainerRequestContext request, Predicate<Token> isKnown) {
        String header = request.getHeaderString(HttpHeaders.AUTHORIZATION);
        return switch (AuthorizationHeader.read(header, SCHEMES)) {
            case Absent() -> needsToken ? refused("Authentication credentials were not provided.") : Optional.empty();
            case Malformed(var flaw) -> refused("Invalid token header. " + wordingOf(flaw));
            case Presented(String text) ->
                Token.parse(text).filter(isKnown).isPresent() ? Optional.empty() : Optional.of(badToken());
        };
    }

    private static String wordingOf(AuthorizationHeader.Flaw flaw) {
        return switch (flaw) {
            case NO_CREDENTIALS -> "No credentials provided.";
            case SPACES -> "Token string should not contain spaces.";
            case INVALID_CHARACTERS -> "Token string should not contain invalid characters.";
        };
    }

    /** The response to an unknown, revoked or expired token. */
    static Response badToken() {
        return unauthorized("Invalid token.");
    }

    private static Optional<Response> refused(String detail) {
        return Optional.of(unauthorized(detail));
    }

    private static Response unauthorized(String detail) {
        Response answer = LegacyResponses.detail(Status.UNAUTHORIZED, detail);
        answer.getHeaders().putSingle(HttpHeaders.WWW_AUTHENTICATE, SCHEME);
        return answer;
    }
}
