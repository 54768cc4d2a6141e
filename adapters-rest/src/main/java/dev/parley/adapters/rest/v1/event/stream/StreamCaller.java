package dev.parley.adapters.rest.v1.event.stream;

import dev.parley.adapters.rest.auth.AuthenticatedCaller;
import dev.parley.adapters.rest.auth.AuthorizationHeader;
import dev.parley.adapters.rest.request.KnownCaller;
import dev.parley.adapters.rest.uri.QueryString;
import dev.parley.adapters.rest.v1.error.Problem;
import dev.parley.adapters.rest.v1.http.TokenAuthentication;
import dev.parley.adapters.rest.v1.problem.ProblemCode;
import dev.parley.application.port.in.session.AuthenticateUseCase;
import dev.parley.application.port.in.session.Caller;
import dev.parley.application.port.in.session.RedeemStreamTicketUseCase;
import dev.parley.domain.session.StreamTicket;
import dev.parley.domain.session.Token;
import jakarta.ws.rs.container.ContainerRequestContext;
import jakarta.ws.rs.core.HttpHeaders;
import java.util.Optional;

/**
 * Finds out who opens a stream: by a token in the header, as everywhere, or by a ticket in the URL, for clients that cannot
 * send headers. A token in the URL is never looked at: URLs are logged along the way and kept in histories.
 */
record StreamCaller(AuthenticateUseCase authenticate, RedeemStreamTicketUseCase redeem) {

    /**
     * Who brings a token has no ticket used up.
     *
     * @throws jakarta.ws.rs.WebApplicationException with a 401
     */
    Caller identify(ContainerRequestContext request, QueryString query) {
        String header = request.getHeaderString(HttpHeaders.AUTHORIZATION);
        Caller caller = switch (AuthorizationHeader.read(header, TokenAuthentication.SCHEMES)) {
            case AuthorizationHeader.Presented(String text) -> byToken(text);
            case AuthorizationHeader.Malformed malformed ->
                throw Problem.of(ProblemCode.UNAUTHENTICATED).instead();
            case AuthorizationHeader.Absent absent -> byTicket(query.lastValue("ticket"));
        };
        KnownCaller.note(new AuthenticatedCaller(caller), request);
        return caller;
    }

    private Caller byToken(String text) {
        return Token.parse(text)
                .flatMap(authenticate::authenticate)
                .orElseThrow(() -> Problem.of(ProblemCode.INVALID_TOKEN).instead());
    }

    private Caller byTicket(Optional<String> ticket) {
        String text =
                ticket.orElseThrow(() -> Problem.of(ProblemCode.UNAUTHENTICATED).instead());
        return StreamTicket.parse(text)
                .flatMap(redeem::redeem)
                .orElseThrow(() -> Problem.of(ProblemCode.INVALID_TICKET).instead());
    }
}
