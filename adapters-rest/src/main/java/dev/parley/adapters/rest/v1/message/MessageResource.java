package dev.parley.adapters.rest.v1.message;

import dev.parley.adapters.rest.auth.AuthenticatedCaller;
import dev.parley.adapters.rest.v1.error.Problem;
import dev.parley.adapters.rest.v1.http.V1;
import dev.parley.adapters.rest.v1.http.V1Path;
import dev.parley.adapters.rest.v1.problem.ProblemCode;
import dev.parley.application.port.in.conversation.MessageQueries;
import dev.parley.application.port.in.receipt.GetDeliveryReportUseCase;
import io.dropwizard.auth.Auth;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.Context;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;
import jakarta.ws.rs.core.UriInfo;

/** One message, and its receipts. A message that the caller cannot see gets the response of an unknown one. */
@V1
@Produces(MediaType.APPLICATION_JSON)
@Path("/v1/messages")
public final class MessageResource {

    private final MessageQueries messages;
    private final GetDeliveryReportUseCase getDeliveryReport;

    public MessageResource(MessageQueries messages, GetDeliveryReportUseCase getDeliveryReport) {
        this.messages = messages;
        this.getDeliveryReport = getDeliveryReport;
    }

    @GET
    @Path("{message_id}")
    public Response message(@Auth AuthenticatedCaller caller, @Context UriInfo uri) {
        return MessageName.parse(V1Path.name(uri))
                .flatMap(id -> messages.find(caller.user(), id))
                .map(message -> Response.ok(MessageResponse.of(message)).build())
                .orElseGet(Problem.of(ProblemCode.MESSAGE_NOT_FOUND)::response);
    }

    @GET
    @Path("{message_id}/receipts")
    public Response receipts(@Auth AuthenticatedCaller caller, @Context UriInfo uri) {
        return MessageName.parse(V1Path.name(uri))
                .flatMap(id -> getDeliveryReport.get(caller.user(), id))
                .map(report -> Response.ok(DeliveryReportResponse.of(report)).build())
                .orElseGet(Problem.of(ProblemCode.MESSAGE_NOT_FOUND)::response);
    }
}
