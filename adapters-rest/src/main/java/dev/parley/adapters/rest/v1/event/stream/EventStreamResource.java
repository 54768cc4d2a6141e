package dev.parley.adapters.rest.v1.event.stream;

import dev.parley.adapters.rest.limit.Admission;
import dev.parley.adapters.rest.request.RequestContext;
import dev.parley.adapters.rest.session.SessionAuthenticator;
import dev.parley.adapters.rest.uri.QueryString;
import dev.parley.adapters.rest.v1.event.EventCursors;
import dev.parley.adapters.rest.v1.event.follow.EventsUnavailable;
import dev.parley.adapters.rest.v1.http.V1;
import dev.parley.adapters.rest.v1.page.V1Query;
import dev.parley.application.port.in.limit.AdmitRequestUseCase;
import dev.parley.application.port.in.limit.RateLimitedUseCase;
import dev.parley.application.port.in.session.AuthenticateUseCase;
import dev.parley.application.port.in.session.Caller;
import dev.parley.application.port.in.session.PresentedCredential;
import dev.parley.application.port.in.session.RedeemStreamTicketUseCase;
import dev.parley.domain.event.EventCursor;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.HEAD;
import jakarta.ws.rs.HeaderParam;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.container.AsyncResponse;
import jakarta.ws.rs.container.ContainerRequestContext;
import jakarta.ws.rs.container.Suspended;
import jakarta.ws.rs.core.Context;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** Streams events as they happen. */
@V1
@Path("/v1/events/stream")
public final class EventStreamResource {

    /** The response buffer of one stream. Jetty's default of 32 KiB would be held as long as the stream is open. */
    private static final int BUFFER_BYTES = 2048;

    private final RateLimitedUseCase<PresentedCredential, AuthenticateUseCase.Result> authenticate;
    private final RateLimitedUseCase<PresentedCredential, RedeemStreamTicketUseCase.Result> redeem;
    private final AdmitRequestUseCase admit;
    private final EventStreams streams;

    public EventStreamResource(
            RateLimitedUseCase<PresentedCredential, AuthenticateUseCase.Result> authenticate,
            RateLimitedUseCase<PresentedCredential, RedeemStreamTicketUseCase.Result> redeem,
            AdmitRequestUseCase admit,
            EventStreams streams) {
        this.authenticate = authenticate;
        this.redeem = redeem;
        this.admit = admit;
        this.streams = streams;
    }

    /** The header, which browsers send when they reconnect, takes precedence over the parameter. */
    @GET
    @Produces(MediaType.SERVER_SENT_EVENTS)
    public void open(
            @HeaderParam("Last-Event-ID") @Nullable String lastEventId,
            @Context ContainerRequestContext request,
            @Context HttpServletRequest http,
            @Context HttpServletResponse answer,
            @Suspended AsyncResponse response) {
        QueryString query = V1Query.of(http);
        StreamAuthentication callers = callers();
        Optional<Caller> known = callers.byToken(request, query);
        Optional<EventCursor> after = after(lastEventId, query);
        Caller caller = known.orElseGet(() -> callers.byTicket(request, query));
        answer.setBufferSize(BUFFER_BYTES);
        if (!streams.open(caller, after, response, RequestContext.of(http).abort())) {
            response.resume(EventsUnavailable.response());
        }
    }

    /** Responds as GET would, but without a stream. A ticket is not redeemed, so only its form is checked. */
    @HEAD
    @Produces(MediaType.SERVER_SENT_EVENTS)
    public Response look(
            @HeaderParam("Last-Event-ID") @Nullable String lastEventId,
            @Context ContainerRequestContext request,
            @Context HttpServletRequest http) {
        QueryString query = V1Query.of(http);
        if (callers().byToken(request, query).isEmpty()) {
            StreamAuthentication.ticket(query);
        }
        after(lastEventId, query);
        return SseConnection.head().build();
    }

    private StreamAuthentication callers() {
        return new StreamAuthentication(new SessionAuthenticator(authenticate), redeem, new Admission(admit));
    }

    private static Optional<EventCursor> after(@Nullable String lastEventId, QueryString query) {
        return Optional.ofNullable(lastEventId)
                .filter(id -> !id.isEmpty())
                .or(() -> query.lastValue("after"))
                .map(EventCursors.CODEC::decode);
    }
}
