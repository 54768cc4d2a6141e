package dev.parley.adapters.rest.v1.inbox;

import dev.parley.adapters.rest.auth.AuthenticatedCaller;
import dev.parley.adapters.rest.v1.description.Answer;
import dev.parley.adapters.rest.v1.description.Group;
import dev.parley.adapters.rest.v1.description.Grouped;
import dev.parley.adapters.rest.v1.description.Operation;
import dev.parley.adapters.rest.v1.description.Parameter;
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

/** The caller's conversations, and where to follow what happens in them. */
@V1
@Produces(MediaType.APPLICATION_JSON)
@Path("/v1/conversations")
@Grouped(Group.CONVERSATIONS)
public final class InboxResource {

    private final InboxQueries inbox;

    public InboxResource(InboxQueries inbox) {
        this.inbox = inbox;
    }

    @GET
    @Operation(
            id = "listConversations",
            summary = "Your inbox",
            description =
                    "Latest first. A conversation in which something is written while you page moves to the front,"
                            + " where you have been already.",
            parameters = {Parameter.UNREAD_ONLY, Parameter.LIMIT, Parameter.AFTER},
            answers = @Answer(status = 200, description = "Conversations.", body = InboxResponse.class))
    public InboxResponse read(@Auth AuthenticatedCaller caller, @Context HttpServletRequest http) {
        InboxRequest request = InboxRequest.read(V1Query.of(http));
        return InboxResponse.of(inbox.read(request.by(caller.user())), caller.user());
    }
}
