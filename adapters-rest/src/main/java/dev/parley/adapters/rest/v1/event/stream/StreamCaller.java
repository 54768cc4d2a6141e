package dev.parley.adapters.rest.v1.event.stream;

import dev.parley.adapters.rest.auth.AuthenticatedCaller;
import dev.parley.adapters.rest.auth.AuthorizationHeader;
import dev.parley.adapters.rest.limit.Admission;
import dev.parley.adapters.rest.request.KnownCaller;
import dev.parley.adapters.rest.uri.QueryString;
import dev.parley.adapters.rest.v1.error.Problem;
import dev.parley.adapters.rest.v1.http.TokenAuthentication;
import dev.parley.adapters.rest.v1.problem.ProblemCode;
import dev.parley.application.port.in.session.AuthenticateUseCase;
import dev.parley.application.port.in.session.Caller;
import dev.parley.application.port.in.session.RedeemStreamTicketUseCase;
import dev.parley.domain.limit.LimitKey;
import dev.parley.domain.limit.RequestKind;
import dev.parley.domain.session.StreamTicket;
import dev.parley.domain.session.Token;
import jakarta.ws.rs.WebApplicationException;
import jakarta.ws.rs.container.ContainerRequestContext;
import jakarta.ws.rs.core.HttpHeaders;
import java.util.Optional;

/**
 * Finds out who opens a stream: by a token in the header, as everywhere, or by a ticket in the URL, for clients that cannot
 * send headers. A token in the URL is never looked at: URLs are logged along the way and kept in histories.
 */
record StreamCaller(AuthenticateUseCase authenticate, RedeemStreamTicketUseCase redeem, Admission admission) {

    /**
     * Whose token it is. Empty if there is none but a ticket, which is to be used up only by a request that is right in all
     * else; who brings a token has no ticket used up.
     *
     * @throws jakarta.ws.rs.WebApplicationException with a 401
     */
    Optional<Caller> byToken(ContainerRequestContext request, QueryString query) {
        String header = request.getHeaderString(HttpHeaders.AUTHORIZATION);
        return switch (AuthorizationHeader.read(header, TokenAuthentication.SCHEMES)) {
            case AuthorizationHeader.Presented(String text) -> Optional.of(noted(ofToken(text), request));
            case AuthorizationHeader.Malformed malformed ->
                throw Problem.of(ProblemCode.UNAUTHENTICATED).instead();
            case AuthorizationHeader.Absent absent
            when query.lastValue("ticket").isPresent() -> Optional.empty();
            case AuthorizationHeader.Absent absent ->
                throw Problem.of(ProblemCode.UNAUTHENTICATED).instead();
        };
    }

    /**
     * Whose ticket it is, which is used up now.
     *
     * @throws jakarta.ws.rs.WebApplicationException with a 401
     */
    Caller byTicket(ContainerRequestContext request, QueryString query) {
        return noted(redeem.redeem(ticket(query)).orElseThrow(StreamCaller::badTicket), request);
    }

    /**
     * The ticket of the URL, which need not be good.
     *
     * @throws jakarta.ws.rs.WebApplicationException with a 401 if it cannot be
     */
    static StreamTicket ticket(QueryString query) {
        return query.lastValue("ticket").flatMap(StreamTicket::parse).orElseThrow(StreamCaller::badTicket);
    }

    private Caller ofToken(String text) {
        return Token.parse(text)
                .flatMap(authenticate::authenticate)
                .orElseThrow(() -> Problem.of(ProblemCode.INVALID_TOKEN).instead());
    }

    private static WebApplicationException badTicket() {
        return Problem.of(ProblemCode.INVALID_TICKET).instead();
    }

    private Caller noted(Caller caller, ContainerRequestContext request) {
        KnownCaller.note(new AuthenticatedCaller(caller), request);
        admission.require(RequestKind.READ, LimitKey.ofUser(caller.user().value()), request);
        return caller;
    }
}
