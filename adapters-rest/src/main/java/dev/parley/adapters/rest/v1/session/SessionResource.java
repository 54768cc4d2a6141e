package dev.parley.adapters.rest.v1.session;

import dev.parley.adapters.rest.auth.AuthenticatedCaller;
import dev.parley.adapters.rest.limit.CountsAs;
import dev.parley.adapters.rest.limit.LimitHeaders;
import dev.parley.adapters.rest.request.RequestOrigin;
import dev.parley.adapters.rest.v1.error.Problem;
import dev.parley.adapters.rest.v1.field.JsonObject;
import dev.parley.adapters.rest.v1.http.V1;
import dev.parley.adapters.rest.v1.http.V1Path;
import dev.parley.adapters.rest.v1.page.PageResponse;
import dev.parley.adapters.rest.v1.page.Paging;
import dev.parley.adapters.rest.v1.page.V1Query;
import dev.parley.adapters.rest.v1.problem.ProblemCode;
import dev.parley.application.port.in.limit.RateLimitedUseCase;
import dev.parley.application.port.in.session.ListSessionsUseCase;
import dev.parley.application.port.in.session.ListSessionsUseCase.Query;
import dev.parley.application.port.in.session.LogInUseCase;
import dev.parley.application.port.in.session.LogOutUseCase;
import dev.parley.application.port.in.session.RevokeSessionUseCase;
import dev.parley.application.port.in.session.RevokeSessionUseCase.Command;
import dev.parley.application.port.in.session.RevokeSessionUseCase.Result;
import dev.parley.application.port.in.session.RevokeSessionUseCase.Target;
import dev.parley.domain.limit.RequestKind;
import dev.parley.domain.session.Session;
import dev.parley.domain.session.SessionPlace;
import dev.parley.domain.session.Token;
import io.dropwizard.auth.Auth;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.ws.rs.DELETE;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.Context;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;
import jakarta.ws.rs.core.Response.Status;
import jakarta.ws.rs.core.UriInfo;
import java.util.Optional;

/** Opens, lists and ends sessions. */
@V1
@Produces(MediaType.APPLICATION_JSON)
@Path("/v1/sessions")
public final class SessionResource {

    private final RateLimitedUseCase<LogInUseCase.Command, LogInUseCase.Result> logIn;
    private final LogOutUseCase logOut;
    private final ListSessionsUseCase listSessions;
    private final RevokeSessionUseCase revokeSession;

    public SessionResource(
            RateLimitedUseCase<LogInUseCase.Command, LogInUseCase.Result> logIn,
            LogOutUseCase logOut,
            ListSessionsUseCase listSessions,
            RevokeSessionUseCase revokeSession) {
        this.logIn = logIn;
        this.logOut = logOut;
        this.listSessions = listSessions;
        this.revokeSession = revokeSession;
    }

    /** An unknown name and a wrong password get the same response after the same time. */
    @POST
    @CountsAs(RequestKind.ENTER)
    public Response logIn(JsonObject body, @Context HttpServletRequest http) {
        LoginRequest request = LoginRequest.read(body);
        LogInUseCase.Command command = new LogInUseCase.Command(
                request.username(), request.password(), request.device(), RequestOrigin.of(http));
        return LimitHeaders.answer(logIn.execute(command), SessionResource::answer);
    }

    private static Response answer(LogInUseCase.Result result) {
        return switch (result) {
            case LogInUseCase.Result.LoggedIn(Session session, Token token) ->
                Response.status(Status.CREATED)
                        .entity(LoginResponse.of(session, token))
                        .build();
            case LogInUseCase.Result.InvalidCredentials invalid ->
                Problem.of(ProblemCode.INVALID_CREDENTIALS).response();
        };
    }

    @GET
    public PageResponse list(@Auth AuthenticatedCaller caller, @Context HttpServletRequest http) {
        Paging<SessionPlace> paging = Paging.asked(V1Query.of(http), SessionCursors.CODEC);
        return paging.page(
                (after, limit) -> listSessions.list(new Query(caller.user(), after, limit)),
                SessionPlace::of,
                session -> SessionResponse.of(session, caller.caller().session()));
    }

    @DELETE
    @Path("current")
    public void logOut(@Auth AuthenticatedCaller caller, @Context HttpServletRequest http) {
        logOut.logOut(new LogOutUseCase.Command(caller.caller(), RequestOrigin.of(http, caller)));
    }

    /** A session of another user gets the response of an unknown session. */
    @DELETE
    @Path("{session_id}")
    public Response revoke(@Auth AuthenticatedCaller caller, @Context UriInfo uri, @Context HttpServletRequest http) {
        return SessionName.parse(V1Path.name(uri))
                .map(session -> revoked(new Target.One(session), caller, http))
                .orElseGet(SessionResource::notFound);
    }

    /** The parameter is required, so that no client ends its sessions by accident. */
    @DELETE
    public Response revokeOthers(@Auth AuthenticatedCaller caller, @Context HttpServletRequest http) {
        Optional<String> kept = V1Query.of(http).lastValue("except");
        return kept.equals(Optional.of("current"))
                ? revoked(new Target.Others(), caller, http)
                : Problem.of(ProblemCode.BAD_PARAMETER, "Send \"?except=current\" to end all other sessions.")
                        .response();
    }

    private Response revoked(Target target, AuthenticatedCaller caller, HttpServletRequest http) {
        Command command = new Command(caller.caller(), target, RequestOrigin.of(http, caller));
        return switch (revokeSession.revoke(command)) {
            case Result.Revoked(int count) -> Response.noContent().build();
            case Result.NoSuchSession() -> notFound();
        };
    }

    private static Response notFound() {
        return Problem.of(ProblemCode.SESSION_NOT_FOUND).response();
    }
}
