package dev.parley.adapters.rest.v1.inbox;

import dev.parley.adapters.rest.auth.AuthenticatedCaller;
import dev.parley.adapters.rest.v1.http.V1;
import dev.parley.adapters.rest.v1.page.V1Query;
import dev.parley.application.port.in.inbox.InboxQueries;
import io.dropwizard.auth.Auth;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.Context;
import jakarta.ws.rs.core.MediaType;

/** The conversations of the caller, with a cursor to follow their events. */
@V1
@Produces(MediaType.APPLICATION_JSON)
@Path("/v1/conversations")
public final class InboxResource {

    private final InboxQueries inbox;

    public InboxResource(InboxQueries inbox) {
        this.inbox = inbox;
    }

    @GET
    public InboxResponse read(@Auth AuthenticatedCaller caller, @Context HttpServletRequest http) {
        InboxRequest request = InboxRequest.read(V1Query.of(http));
        return InboxResponse.of(inbox.read(request.by(caller.user())), caller.user());
    }
}
