package dev.parley.adapters.rest.v1.conversation;

import dev.parley.adapters.rest.auth.AuthenticatedCaller;
import dev.parley.adapters.rest.limit.CountsAs;
import dev.parley.adapters.rest.request.IdempotencyKeyHeader;
import dev.parley.adapters.rest.request.RequestOrigin;
import dev.parley.adapters.rest.v1.error.Problem;
import dev.parley.adapters.rest.v1.error.ProblemException;
import dev.parley.adapters.rest.v1.field.JsonObject;
import dev.parley.adapters.rest.v1.http.V1;
import dev.parley.adapters.rest.v1.http.V1Path;
import dev.parley.adapters.rest.v1.message.MessageResponse;
import dev.parley.adapters.rest.v1.page.V1Query;
import dev.parley.adapters.rest.v1.problem.ProblemCode;
import dev.parley.application.port.in.conversation.BrowseHistoryUseCase;
import dev.parley.application.port.in.conversation.FindReceiverUseCase;
import dev.parley.application.port.in.conversation.SendMessageUseCase;
import dev.parley.application.port.in.user.UserQueries;
import dev.parley.domain.conversation.IdempotencyKey;
import dev.parley.domain.conversation.Message;
import dev.parley.domain.conversation.MessageContent;
import dev.parley.domain.conversation.SendResult;
import dev.parley.domain.limit.RequestKind;
import dev.parley.domain.user.User;
import io.dropwizard.auth.Auth;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.Context;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;
import jakarta.ws.rs.core.Response.ResponseBuilder;
import jakarta.ws.rs.core.Response.Status;
import jakarta.ws.rs.core.UriInfo;
import java.util.Optional;

/** Sends messages and lists them. Listing marks nothing as read. */
@V1
@Produces(MediaType.APPLICATION_JSON)
@Path("/v1/conversations/{username}/messages")
public final class HistoryResource {

    private final BrowseHistoryUseCase browse;
    private final SendMessageUseCase send;
    private final FindReceiverUseCase findReceiver;
    private final UserQueries users;

    public HistoryResource(
            BrowseHistoryUseCase browse, SendMessageUseCase send, FindReceiverUseCase findReceiver, UserQueries users) {
        this.browse = browse;
        this.send = send;
        this.findReceiver = findReceiver;
        this.users = users;
    }

    /** The history with a user without a conversation is empty. It omits messages that are held from the caller. */
    @GET
    public Response browse(@Auth AuthenticatedCaller caller, @Context UriInfo uri, @Context HttpServletRequest http) {
        HistoryRequest request = HistoryRequest.read(V1Query.of(http));
        BrowseHistoryUseCase.Query query =
                new BrowseHistoryUseCase.Query(caller.user(), V1Path.name(uri), request.start(), request.limit());
        return switch (browse.browse(query)) {
            case BrowseHistoryUseCase.Result.Page page ->
                Response.ok(HistoryResponse.of(page, request)).build();
            case BrowseHistoryUseCase.Result.NoSuchUser() -> noSuchUser();
            case BrowseHistoryUseCase.Result.NoSuchMessage() ->
                Problem.of(ProblemCode.MESSAGE_NOT_FOUND).response();
            case BrowseHistoryUseCase.Result.ForeignPlace() ->
                Problem.of(ProblemCode.BAD_CURSOR).response();
        };
    }

    /** A blocked sender gets the same response as any other: it must not reveal the block. */
    @POST
    @CountsAs(RequestKind.SEND)
    public Response send(
            @Auth AuthenticatedCaller caller, JsonObject body, @Context UriInfo uri, @Context HttpServletRequest http) {
        Optional<IdempotencyKey> key =
                IdempotencyKeyHeader.of(http, detail -> new ProblemException(ProblemCode.BAD_IDEMPOTENCY_KEY, detail));
        MessageContent content = SendRequest.read(body).content();
        User sender = users.get(caller.user()); // before the send: after the commit nothing may fail
        return findReceiver
                .find(new FindReceiverUseCase.Query(caller.user(), V1Path.name(uri), key))
                .map(receiver -> sent(
                        new SendMessageUseCase.Command(
                                sender.id(), receiver.id(), content, key, RequestOrigin.of(http, caller)),
                        sender,
                        receiver))
                .orElseGet(HistoryResource::noSuchUser);
    }

    private Response sent(SendMessageUseCase.Command command, User sender, User receiver) {
        return switch (send.send(command)) {
            case SendResult.Sent(Message message, boolean replayed) ->
                sent(MessageResponse.of(message, sender.username(), receiver.username()), replayed);
            case SendResult.KeyReused() ->
                Problem.of(ProblemCode.IDEMPOTENCY_KEY_REUSED).response();
            case SendResult.NoSuchSender() ->
                Problem.of(ProblemCode.INVALID_TOKEN).response();
            case SendResult.NoSuchReceiver() -> noSuchUser();
        };
    }

    private static Response sent(MessageResponse message, boolean replayed) {
        ResponseBuilder answer = Response.status(Status.CREATED).entity(message);
        return (replayed ? answer.header(IdempotencyKeyHeader.REPLAYED, true) : answer).build();
    }

    private static Response noSuchUser() {
        return Problem.of(ProblemCode.USER_NOT_FOUND).response();
    }
}
