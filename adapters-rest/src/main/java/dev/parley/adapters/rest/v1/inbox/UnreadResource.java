package dev.parley.adapters.rest.v1.inbox;

import dev.parley.adapters.rest.auth.AuthenticatedCaller;
import dev.parley.adapters.rest.v1.http.V1;
import dev.parley.application.port.in.inbox.InboxQueries;
import io.dropwizard.auth.Auth;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.MediaType;

/** Counts unread messages, for the badge of an app. */
@V1
@Produces(MediaType.APPLICATION_JSON)
@Path("/v1/unread")
public final class UnreadResource {

    private final InboxQueries inbox;

    public UnreadResource(InboxQueries inbox) {
        this.inbox = inbox;
    }

    @GET
    public UnreadResponse count(@Auth AuthenticatedCaller caller) {
        return UnreadResponse.of(inbox.countUnread(caller.user()));
    }
}
