package dev.parley.adapters.rest.v1.event.poll;

import dev.parley.adapters.rest.auth.AuthenticatedCaller;
import dev.parley.adapters.rest.v1.event.follow.EventsUnavailable;
import dev.parley.adapters.rest.v1.http.V1;
import dev.parley.adapters.rest.v1.page.V1Query;
import io.dropwizard.auth.Auth;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.container.AsyncResponse;
import jakarta.ws.rs.container.Suspended;
import jakarta.ws.rs.core.Context;
import jakarta.ws.rs.core.MediaType;

/** Returns the events after a cursor, and waits for one if there is none. */
@V1
@Produces(MediaType.APPLICATION_JSON)
@Path("/v1/events")
public final class EventResource {

    private final EventPolls polls;

    public EventResource(EventPolls polls) {
        this.polls = polls;
    }

    @GET
    public void poll(
            @Auth AuthenticatedCaller caller, @Context HttpServletRequest http, @Suspended AsyncResponse response) {
        PollQuery query = PollQuery.read(V1Query.of(http));
        if (!polls.open(caller.caller(), query, response)) {
            response.resume(EventsUnavailable.response());
        }
    }
}
