package dev.parley.adapters.rest.v1.me;

import dev.parley.adapters.rest.auth.AuthenticatedCaller;
import dev.parley.adapters.rest.limit.LimitHeaders;
import dev.parley.adapters.rest.request.RequestOrigin;
import dev.parley.adapters.rest.v1.error.Problem;
import dev.parley.adapters.rest.v1.field.JsonObject;
import dev.parley.adapters.rest.v1.field.TextRules;
import dev.parley.adapters.rest.v1.http.V1;
import dev.parley.adapters.rest.v1.problem.ProblemCode;
import dev.parley.application.port.in.erasure.EraseAccountUseCase;
import dev.parley.application.port.in.limit.RateLimitedUseCase;
import dev.parley.application.port.in.user.ChangePasswordUseCase.Command;
import dev.parley.application.port.in.user.ChangePasswordUseCase.Result;
import dev.parley.application.port.in.user.UserQueries;
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

/** The account of the caller. */
@V1
@Produces(MediaType.APPLICATION_JSON)
@Path("/v1/me")
public final class MeResource {

    private final UserQueries users;
    private final RateLimitedUseCase<Command, Result> changePassword;
    private final EraseAccountUseCase erase;

    public MeResource(
            UserQueries users, RateLimitedUseCase<Command, Result> changePassword, EraseAccountUseCase erase) {
        this.users = users;
        this.changePassword = changePassword;
        this.erase = erase;
    }

    @GET
    public MeResponse get(@Auth AuthenticatedCaller caller) {
        return MeResponse.of(users.get(caller.user()), caller.caller().session());
    }

    /** Irreversible. It requires no password, and ends every session. */
    @DELETE
    public void erase(@Auth AuthenticatedCaller caller, @Context HttpServletRequest http) {
        erase.erase(new EraseAccountUseCase.Command(caller.caller(), RequestOrigin.of(http, caller)));
    }

    /** A stolen token is not enough: the current password is required. All other sessions end. */
    @POST
    @Path("password")
    public Response changePassword(
            @Auth AuthenticatedCaller caller, JsonObject body, @Context HttpServletRequest http) {
        PasswordRequest request = PasswordRequest.read(body);
        Command command = new Command(
                caller.caller().user(),
                caller.caller().session(),
                request.current(),
                request.next(),
                RequestOrigin.of(http, caller));
        return LimitHeaders.answer(changePassword.execute(command), MeResource::answer);
    }

    private static Response answer(Result result) {
        return switch (result) {
            case Result.Changed(int closedSessions) -> Response.noContent().build();
            case Result.WrongPassword wrong ->
                Problem.of(ProblemCode.WRONG_PASSWORD).response();
            case Result.WeakPassword(var flaws) ->
                TextRules.weakPassword(PasswordRequest.NEW, flaws).response();
        };
    }
}
