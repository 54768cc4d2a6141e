package dev.parley.adapters.rest.v1.conversation;

import dev.parley.adapters.rest.auth.AuthenticatedCaller;
import dev.parley.adapters.rest.limit.Limited;
import dev.parley.adapters.rest.request.IdempotencyKeyHeader;
import dev.parley.adapters.rest.request.RequestOrigin;
import dev.parley.adapters.rest.v1.description.Answer;
import dev.parley.adapters.rest.v1.description.Group;
import dev.parley.adapters.rest.v1.description.Grouped;
import dev.parley.adapters.rest.v1.description.Header;
import dev.parley.adapters.rest.v1.description.Operation;
import dev.parley.adapters.rest.v1.description.Parameter;
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
import dev.parley.application.port.in.user.GetProfileUseCase;
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

/** Writes to somebody, and looks at what was written. Looking marks nothing as read. */
@V1
@Produces(MediaType.APPLICATION_JSON)
@Path("/v1/conversations/{username}/messages")
@Grouped(Group.CONVERSATIONS)
public final class HistoryResource {

    private final BrowseHistoryUseCase browse;
    private final SendMessageUseCase send;
    private final FindReceiverUseCase findReceiver;
    private final GetProfileUseCase getProfile;

    public HistoryResource(
            BrowseHistoryUseCase browse,
            SendMessageUseCase send,
            FindReceiverUseCase findReceiver,
            GetProfileUseCase getProfile) {
        this.browse = browse;
        this.send = send;
        this.findReceiver = findReceiver;
        this.getProfile = getProfile;
    }

    /** With a user to whom nobody has written the history is empty; what is held from the caller is not there. */
    @GET
    @Operation(
            id = "listMessages",
            summary = "Read the messages with somebody",
            description = "Newest first, whichever way you go; from the newest if you say no way, and only one of"
                    + " `before`, `after` and `around`. A page ends at about 1 MiB of contents, so it may have fewer than"
                    + " `limit`: only a `next` of null means the end. Marks nothing as read.",
            parameters = {Parameter.BEFORE, Parameter.NEWER, Parameter.AROUND, Parameter.LIMIT},
            answers =
                    @Answer(
                            status = 200,
                            description = "Messages; none with whom nobody has written.",
                            body = HistoryResponse.class),
            problems = {ProblemCode.BAD_PARAMETER, ProblemCode.USER_NOT_FOUND, ProblemCode.MESSAGE_NOT_FOUND})
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

    /** Whoever is blocked is answered like anybody else. */
    @POST
    @Limited(RequestKind.SEND)
    @Operation(
            id = "sendMessage",
            summary = "Write to somebody",
            description =
                    "Send an `Idempotency-Key`, and send the request again with the same key until it is answered:"
                            + " it is written once, and answered alike even when the receiver is erased meanwhile. Writing to"
                            + " yourself is allowed.",
            parameters = Parameter.IDEMPOTENCY_KEY,
            body = SendRequest.class,
            answers =
                    @Answer(
                            status = 201,
                            description = "The message.",
                            body = MessageResponse.class,
                            headers = Header.IDEMPOTENCY_REPLAYED),
            problems = {ProblemCode.USER_NOT_FOUND, ProblemCode.IDEMPOTENCY_KEY_REUSED})
    public Response send(
            @Auth AuthenticatedCaller caller, JsonObject body, @Context UriInfo uri, @Context HttpServletRequest http) {
        Optional<IdempotencyKey> key =
                IdempotencyKeyHeader.of(http, detail -> new ProblemException(ProblemCode.BAD_IDEMPOTENCY_KEY, detail));
        MessageContent content = SendRequest.read(body).content();
        User sender = getProfile.get(caller.user()); // what is stored is answered: nothing is asked for after it
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
