package dev.parley.adapters.rest.legacy;

import dev.parley.adapters.rest.auth.AuthenticatedCaller;
import dev.parley.adapters.rest.legacy.field.Submission;
import dev.parley.adapters.rest.legacy.json.LegacyHistoryResponse;
import dev.parley.adapters.rest.legacy.json.LegacyMessageResponse;
import dev.parley.adapters.rest.legacy.json.LegacyResponses;
import dev.parley.adapters.rest.legacy.page.PageLinks;
import dev.parley.adapters.rest.limit.CountsAs;
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
@Legacy
@Path("/message/{username}")
public final class LegacyMessageResource {

    private final SendMessageUseCase send;
    private final ReadHistoryUseCase readHistory;
    private final UserQueries users;
    private final FindReceiverUseCase findReceiver;

    public LegacyMessageResource(
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
    @CountsAs(RequestKind.SEND)
    public Response send(
            @Auth AuthenticatedCaller caller, Submission body, @Context UriInfo uri, @Context HttpServletRequest http) {
        Optional<IdempotencyKey> key = IdempotencyKeyHeader.of(http, LegacyMessageResource::badKey);
        return receiver(caller, PathName.lastOf(uri), key)
                .map(user -> sent(new Command(
                        caller.user(),
                        user.id(),
                        LegacySendRequest.read(body).content(),
                        key,
                        RequestOrigin.of(http, caller))))
                .orElseGet(LegacyResponses::notFound);
    }

    /** With a key, a repeat succeeds even if the recipient was erased after the first request. */
    private Optional<User> receiver(AuthenticatedCaller caller, String name, Optional<IdempotencyKey> key) {
        return key.isPresent()
                ? findReceiver.find(new FindReceiverUseCase.Query(caller.user(), name, key))
                : users.find(name);
    }

    private static WebApplicationException badKey(String detail) {
        return LegacyResponses.instead(LegacyResponses.detail(Status.BAD_REQUEST, detail));
    }

    private Response sent(Command command) {
        return switch (send.send(command)) {
            case SendResult.Sent(Message message, boolean replayed) ->
                sent(
                        LegacyResponses.json(Status.CREATED, LegacyMessageResponse.of(message, Optional.empty())),
                        replayed);
            case SendResult.NoSuchSender() -> LegacyTokenAuthentication.badToken();
            case SendResult.NoSuchReceiver() -> LegacyResponses.notFound();
            case SendResult.KeyReused() -> LegacyResponses.detail(422, "You have used this key for another message.");
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
                .orElseGet(LegacyResponses::notFound);
    }

    private Response page(AuthenticatedCaller caller, User peer, PageLinks links) {
        return links.requestedPage()
                .map(page -> history(new Query(caller.user(), peer.id(), page), links))
                .orElseGet(LegacyMessageResource::noSuchPage);
    }

    private Response history(Query query, PageLinks links) {
        return switch (readHistory.read(query)) {
            case Result.Page page -> LegacyResponses.json(Status.OK, LegacyHistoryResponse.of(page, links));
            case Result.NoSuchPage() -> noSuchPage();
        };
    }

    private static Response noSuchPage() {
        return LegacyResponses.detail(Status.NOT_FOUND, "Invalid page.");
    }
}
