package dev.parley.adapters.rest.v1.event.stream;

import dev.parley.adapters.rest.auth.AuthenticatedCaller;
import dev.parley.adapters.rest.auth.AuthorizationHeader;
import dev.parley.adapters.rest.limit.Admission;
import dev.parley.adapters.rest.request.CallerOfRequest;
import dev.parley.adapters.rest.request.RequestOrigin;
import dev.parley.adapters.rest.session.PresentedToken;
import dev.parley.adapters.rest.session.SessionAuthenticator;
import dev.parley.adapters.rest.uri.QueryString;
import dev.parley.adapters.rest.v1.error.ProblemException;
import dev.parley.adapters.rest.v1.http.TokenAuthentication;
import dev.parley.adapters.rest.v1.problem.ProblemCode;
import dev.parley.application.port.in.limit.RateLimitedUseCase;
import dev.parley.application.port.in.session.Caller;
import dev.parley.application.port.in.session.PresentedCredential;
import dev.parley.application.port.in.session.RedeemStreamTicketUseCase.Result;
import dev.parley.domain.limit.Client;
import dev.parley.domain.limit.RequestKind;
import dev.parley.domain.session.StreamTicket;
import dev.parley.domain.session.Token;
import jakarta.ws.rs.WebApplicationException;
import jakarta.ws.rs.container.ContainerRequestContext;
import jakarta.ws.rs.core.HttpHeaders;
import java.util.Optional;

/**
 * Authenticates the caller of a stream, by a token in the header or by a ticket in the URL, for clients that cannot
 * send headers.
 *
 * <p>A token in the URL is ignored, because URLs end up in logs and browser histories.
 */
record StreamAuthentication(
        SessionAuthenticator sessions, RateLimitedUseCase<PresentedCredential, Result> redeem, Admission admission) {

    /**
     * Authenticates by token. Empty if the request has a ticket instead: a ticket is redeemed only once the rest of the
     * request is valid. With a token, the ticket is not redeemed.
     *
     * @throws jakarta.ws.rs.WebApplicationException with a 401
     */
    Optional<Caller> byToken(ContainerRequestContext request, QueryString query) {
        String header = request.getHeaderString(HttpHeaders.AUTHORIZATION);
        return switch (AuthorizationHeader.read(header, TokenAuthentication.SCHEMES)) {
            case AuthorizationHeader.Presented(String text) -> Optional.of(ofToken(text, request));
            case AuthorizationHeader.Malformed malformed -> throw new ProblemException(ProblemCode.UNAUTHENTICATED);
            case AuthorizationHeader.Absent absent
            when query.lastValue("ticket").isPresent() -> Optional.empty();
            case AuthorizationHeader.Absent absent -> throw new ProblemException(ProblemCode.UNAUTHENTICATED);
        };
    }

    /**
     * Redeems the ticket and returns its caller.
     *
     * @throws jakarta.ws.rs.WebApplicationException with a 401, or with a 429 that does not use up the ticket
     */
    Caller byTicket(ContainerRequestContext request, QueryString query) {
        PresentedCredential ticket = new PresentedCredential(ticket(query).digest(), RequestOrigin.address(request));
        Caller caller =
                Admission.require(redeem.execute(ticket), request).known().orElseThrow(StreamAuthentication::badTicket);
        CallerOfRequest.record(new AuthenticatedCaller(caller), request);
        return caller;
    }

    /**
     * Returns the ticket of the URL, which may be unknown or expired.
     *
     * @throws jakarta.ws.rs.WebApplicationException with a 401 if it is malformed
     */
    static StreamTicket ticket(QueryString query) {
        return query.lastValue("ticket").flatMap(StreamTicket::parse).orElseThrow(StreamAuthentication::badTicket);
    }

    private Caller ofToken(String text, ContainerRequestContext request) {
        AuthenticatedCaller caller = Token.parse(text)
                .flatMap(token -> sessions.authenticate(new PresentedToken(token, request)))
                .orElseThrow(() -> new ProblemException(ProblemCode.INVALID_TOKEN));
        CallerOfRequest.record(caller, request);
        admission.require(RequestKind.READ, new Client.User(caller.user().value()), request);
        return caller.caller();
    }

    private static WebApplicationException badTicket() {
        return new ProblemException(ProblemCode.INVALID_TICKET);
    }
}
