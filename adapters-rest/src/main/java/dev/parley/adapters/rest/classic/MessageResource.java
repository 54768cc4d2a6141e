package dev.parley.adapters.rest.classic;

import dev.parley.adapters.rest.auth.AuthenticatedCaller;
import dev.parley.adapters.rest.classic.field.Submission;
import dev.parley.adapters.rest.classic.json.Answer;
import dev.parley.adapters.rest.classic.json.HistoryResponse;
import dev.parley.adapters.rest.classic.json.MessageResponse;
import dev.parley.adapters.rest.classic.page.LinkBase;
import dev.parley.adapters.rest.classic.page.PageLinks;
import dev.parley.adapters.rest.limit.Limited;
import dev.parley.adapters.rest.request.RequestOrigin;
import dev.parley.adapters.rest.uri.PathName;
import dev.parley.application.port.in.conversation.ReadHistoryUseCase;
import dev.parley.application.port.in.conversation.ReadHistoryUseCase.Query;
import dev.parley.application.port.in.conversation.ReadHistoryUseCase.Result;
import dev.parley.application.port.in.conversation.SendMessageUseCase;
import dev.parley.application.port.in.conversation.SendMessageUseCase.Command;
import dev.parley.application.port.in.user.FindUserUseCase;
import dev.parley.domain.conversation.Message;
import dev.parley.domain.limit.RequestKind;
import dev.parley.domain.user.User;
import io.dropwizard.auth.Auth;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.core.Context;
import jakarta.ws.rs.core.Response;
import jakarta.ws.rs.core.Response.Status;
import jakarta.ws.rs.core.UriInfo;
import java.util.Optional;

/** Writes to somebody, and opens the conversation with them. */
@Classic
@Path("/message/{username}")
public final class MessageResource {

    private final SendMessageUseCase send;
    private final ReadHistoryUseCase readHistory;
    private final FindUserUseCase findUser;
    private final LinkBase linkBase;

    public MessageResource(
            SendMessageUseCase send, ReadHistoryUseCase readHistory, FindUserUseCase findUser, LinkBase linkBase) {
        this.send = send;
        this.readHistory = readHistory;
        this.findUser = findUser;
        this.linkBase = linkBase;
    }

    @POST
    @Limited(RequestKind.SEND)
    public Response send(
            @Auth AuthenticatedCaller caller, Submission body, @Context UriInfo uri, @Context HttpServletRequest http) {
        return findUser.find(PathName.lastOf(uri))
                .map(user -> sent(new Command(
                        caller.user(),
                        user.id(),
                        SendRequest.read(body).content(),
                        Optional.empty(),
                        RequestOrigin.of(http, caller))))
                .orElseGet(Answer::notFound);
    }

    private Response sent(Command command) {
        return switch (send.send(command)) {
            case SendMessageUseCase.Result.Sent(Message message, boolean replayed) ->
                Answer.json(Status.CREATED, MessageResponse.of(message, Optional.empty()));
            case SendMessageUseCase.Result.NoSuchSender() -> TokenAuthentication.badToken();
            case SendMessageUseCase.Result.NoSuchUser() -> Answer.notFound();
            case SendMessageUseCase.Result.KeyReused() -> throw new IllegalStateException("no key was used");
        };
    }

    @GET
    public Response read(@Auth AuthenticatedCaller caller, @Context UriInfo uri, @Context HttpServletRequest http) {
        PageLinks links = PageLinks.of(http, uri, linkBase);
        return findUser.find(links.username())
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
