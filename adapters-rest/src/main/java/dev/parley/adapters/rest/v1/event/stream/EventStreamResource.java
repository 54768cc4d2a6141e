package dev.parley.adapters.rest.v1.event.stream;

import dev.parley.adapters.rest.request.RequestProperty;
import dev.parley.adapters.rest.uri.QueryString;
import dev.parley.adapters.rest.v1.event.EventCursors;
import dev.parley.adapters.rest.v1.event.follow.Refusal;
import dev.parley.adapters.rest.v1.http.V1;
import dev.parley.application.port.in.session.AuthenticateUseCase;
import dev.parley.application.port.in.session.Caller;
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

/** Tells of events as they happen, for as long as the client listens. */
@V1
@Path("/v1/events/stream")
public final class EventStreamResource {

    /** Of one stream; Jetty would keep 32 KiB for each as long as it is open. */
    private static final int BUFFER_BYTES = 2048;

    private final AuthenticateUseCase authenticate;
    private final RedeemStreamTicketUseCase redeem;
    private final EventStreams streams;

    public EventStreamResource(
            AuthenticateUseCase authenticate, RedeemStreamTicketUseCase redeem, EventStreams streams) {
        this.authenticate = authenticate;
        this.redeem = redeem;
        this.streams = streams;
    }

    /** Where the client was is said by the header that browsers send when they come again, or else by the parameter. */
    @GET
    @Produces(MediaType.SERVER_SENT_EVENTS)
    public void open(
            @HeaderParam("Last-Event-ID") @Nullable String lastEventId,
            @Context ContainerRequestContext request,
            @Context HttpServletRequest http,
            @Context HttpServletResponse answer,
            @Suspended AsyncResponse response) {
        QueryString query = QueryString.parse(http.getQueryString());
        Caller caller = new StreamCaller(authenticate, redeem).identify(request, query);
        Optional<EventCursor> after = Optional.ofNullable(lastEventId)
                .filter(id -> !id.isEmpty())
                .or(() -> query.lastValue("after"))
                .map(EventCursors.CODEC::decode);
        answer.setBufferSize(BUFFER_BYTES);
        if (!streams.open(caller, after, response, cut(http))) {
            response.resume(Refusal.response());
        }
    }

    /** What a GET would be answered with, without beginning a stream that nobody reads. */
    @HEAD
    @Produces(MediaType.SERVER_SENT_EVENTS)
    public Response look(@Context ContainerRequestContext request, @Context HttpServletRequest http) {
        new StreamCaller(authenticate, redeem).identify(request, QueryString.parse(http.getQueryString()));
        return Line.head().build();
    }

    private static Runnable cut(HttpServletRequest http) {
        return http.getAttribute(RequestProperty.CUT) instanceof Runnable cut ? cut : () -> {};
    }
}
