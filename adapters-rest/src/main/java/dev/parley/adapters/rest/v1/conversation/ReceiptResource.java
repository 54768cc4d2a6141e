package dev.parley.adapters.rest.v1.conversation;

import dev.parley.adapters.rest.auth.AuthenticatedCaller;
import dev.parley.adapters.rest.v1.error.Problem;
import dev.parley.adapters.rest.v1.field.JsonObject;
import dev.parley.adapters.rest.v1.http.V1;
import dev.parley.adapters.rest.v1.http.V1Path;
import dev.parley.adapters.rest.v1.problem.ProblemCode;
import dev.parley.application.port.in.receipt.MarkReadUseCase;
import dev.parley.application.port.in.receipt.MarkReadUseCase.Command;
import dev.parley.application.port.in.receipt.MarkReadUseCase.Result;
import io.dropwizard.auth.Auth;
import jakarta.ws.rs.PUT;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.Context;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;
import jakarta.ws.rs.core.UriInfo;

/** Marks messages as read. */
@V1
@Produces(MediaType.APPLICATION_JSON)
@Path("/v1/conversations/{username}/receipts")
public final class ReceiptResource {

    private final MarkReadUseCase markRead;

    public ReceiptResource(MarkReadUseCase markRead) {
        this.markRead = markRead;
    }

    /** The position only moves forward; an older one changes nothing and gets the same response. */
    @PUT
    public Response markRead(@Auth AuthenticatedCaller caller, JsonObject body, @Context UriInfo uri) {
        ReceiptRequest request = ReceiptRequest.read(body);
        return switch (markRead.markRead(new Command(caller.user(), V1Path.name(uri), request.upTo()))) {
            case Result.Marked marked -> Response.ok(ReceiptResponse.of(marked)).build();
            case Result.NoSuchUser() -> Problem.of(ProblemCode.USER_NOT_FOUND).response();
            case Result.NoSuchMessage() ->
                Problem.of(ProblemCode.MESSAGE_NOT_FOUND).response();
        };
    }
}
