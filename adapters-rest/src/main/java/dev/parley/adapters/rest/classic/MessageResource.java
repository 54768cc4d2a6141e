package dev.parley.adapters.rest.classic;

import dev.parley.adapters.rest.auth.AuthenticatedCaller;
import dev.parley.adapters.rest.classic.field.Submission;
import dev.parley.adapters.rest.classic.json.Answer;
import dev.parley.adapters.rest.classic.json.HistoryResponse;
import dev.parley.adapters.rest.classic.json.MessageResponse;
import dev.parley.adapters.rest.classic.page.PageLinks;
import dev.parley.adapters.rest.limit.Limited;
import dev.parley.adapters.rest.request.IdempotencyKeyHeader;
import dev.parley.adapters.rest.request.RequestOrigin;
import dev.parley.adapters.rest.uri.PathName;
import dev.parley.application.port.in.conversation.FindReceiverUseCase;
import dev.parley.application.port.in.conversation.ReadHistoryUseCase;
import dev.parley.application.port.in.conversation.ReadHistoryUseCase.Query;
import dev.parley.application.port.in.conversation.ReadHistoryUseCase.Result;
import dev.parley.application.port.in.conversation.SendMessageUseCase;
import dev.parley.application.port.in.conversation.SendMessageUseCase.Command;
import dev.parley.application.port.in.user.UserQueries;
import dev.parley.domain.conversation.IdempotencyKey;
import dev.parley.domain.conversation.Message;
import dev.parley.domain.conversation.SendResult;
import dev.parley.domain.limit.RequestKind;
import dev.parley.domain.user.User;
import io.dropwizard.auth.Auth;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.WebApplicationException;
import jakarta.ws.rs.core.Context;
import jakarta.ws.rs.core.Response;
import jakarta.ws.rs.core.Response.Status;
import jakarta.ws.rs.core.UriInfo;
import java.util.Optional;

/** Sends messages and reads conversations. */
@Classic
@Path("/message/{username}")
public final class MessageResource {

    private final SendMessageUseCase send;
    private final ReadHistoryUseCase readHistory;
    private final UserQueries users;
    private final FindReceiverUseCase findReceiver;

    public MessageResource(
            SendMessageUseCase send,
            ReadHistoryUseCase readHistory,
            UserQueries users,
            FindReceiverUseCase findReceiver) {
        this.send = send;
        this.readHistory = readHistory;
        this.users = users;
        this.findReceiver = findReceiver;
    }

    /** Idempotency keys are shared with v1: each API recognises a repeat of a request to the other. */
    @POST
    @Limited(RequestKind.SEND)
    public Response send(
            @Auth AuthenticatedCaller caller, Submission body, @Context UriInfo uri, @Context HttpServletRequest http) {
        Optional<IdempotencyKey> key = IdempotencyKeyHeader.of(http, MessageResource::badKey);
        return receiver(caller, PathName.lastOf(uri), key)
                .map(user -> sent(new Command(
                        caller.user(),
                        user.id(),
                        SendRequest.read(body).content(),
                        key,
                        RequestOrigin.of(http, caller))))
                .orElseGet(Answer::notFound);
    }

    /** With a key, a repeat succeeds even if the recipient was erased after the first request. */
    private Optional<User> receiver(AuthenticatedCaller caller, String name, Optional<IdempotencyKey> key) {
        return key.isPresent()
                ? findReceiver.find(new FindReceiverUseCase.Query(caller.user(), name, key))
                : users.find(name);
    }

    private static WebApplicationException badKey(String detail) {
        return Answer.instead(Answer.detail(Status.BAD_REQUEST, detail));
    }

    private Response sent(Command command) {
        return switch (send.send(command)) {
            case SendResult.Sent(Message message, boolean replayed) ->
                sent(Answer.json(Status.CREATED, MessageResponse.of(message, Optional.empty())), replayed);
            case SendResult.NoSuchSender() -> TokenAuthentication.badToken();
            case SendResult.NoSuchReceiver() -> Answer.notFound();
            case SendResult.KeyReused() -> Answer.detail(422, "You have used this key for another message.");
        };
    }

    private static Response sent(Response answer, boolean replayed) {
        return replayed
                ? Response.fromResponse(answer)
                        .header(IdempotencyKeyHeader.REPLAYED, true)
                        .build()
                : answer;
    }

    @GET
    public Response read(@Auth AuthenticatedCaller caller, @Context UriInfo uri, @Context HttpServletRequest http) {
        PageLinks links = PageLinks.of(http, uri);
        return users.find(links.username())
                .map(user -> page(caller, user, links))
                .orElseGet(Answer::notFound);
    }

    private Response page(AuthenticatedCaller caller, User peer, PageLinks links) {
        return links.requestedPage()
                .map(page -> history(new Query(caller.user(), peer.id(), page), links))
                .orElseGet(MessageResource::noSuchPage);
    }

    private Response history(Query query, PageLinks links) {
        return switch (readHistory.read(query)) {
            case Result.Page page -> Answer.json(Status.OK, HistoryResponse.of(page, links));
            case Result.NoSuchPage() -> noSuchPage();
        };
    }

    private static Response noSuchPage() {
        return Answer.detail(Status.NOT_FOUND, "Invalid page.");
    }
}
