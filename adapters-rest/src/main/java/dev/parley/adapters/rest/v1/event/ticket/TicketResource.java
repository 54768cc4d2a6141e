package dev.parley.adapters.rest.v1.event.ticket;

import dev.parley.adapters.rest.auth.AuthenticatedCaller;
import dev.parley.adapters.rest.v1.http.V1;
import dev.parley.application.port.in.session.IssueStreamTicketUseCase;
import io.dropwizard.auth.Auth;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;
import jakarta.ws.rs.core.Response.Status;

/** Issues tickets, each valid for one stream and 30 seconds. */
@V1
@Produces(MediaType.APPLICATION_JSON)
@Path("/v1/events/tickets")
public final class TicketResource {

    private final IssueStreamTicketUseCase issue;

    public TicketResource(IssueStreamTicketUseCase issue) {
        this.issue = issue;
    }

    @POST
    public Response issue(@Auth AuthenticatedCaller caller) {
        return Response.status(Status.CREATED)
                .entity(TicketResponse.of(issue.issue(caller.caller())))
                .build();
    }
}
