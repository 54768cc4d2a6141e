package dev.parley.adapters.rest.v1.user;

import dev.parley.adapters.rest.auth.AuthenticatedCaller;
import dev.parley.adapters.rest.limit.CountsAs;
import dev.parley.adapters.rest.limit.LimitHeaders;
import dev.parley.adapters.rest.request.RequestOrigin;
import dev.parley.adapters.rest.v1.error.Problem;
import dev.parley.adapters.rest.v1.field.JsonObject;
import dev.parley.adapters.rest.v1.field.TextRules;
import dev.parley.adapters.rest.v1.http.V1;
import dev.parley.adapters.rest.v1.http.V1Path;
import dev.parley.adapters.rest.v1.page.PageResponse;
import dev.parley.adapters.rest.v1.page.V1Query;
import dev.parley.adapters.rest.v1.problem.ProblemCode;
import dev.parley.application.port.in.limit.RateLimitedUseCase;
import dev.parley.application.port.in.user.RegisterUserUseCase.Command;
import dev.parley.application.port.in.user.RegisterUserUseCase.Result;
import dev.parley.application.port.in.user.UserQueries;
import dev.parley.domain.limit.RequestKind;
import dev.parley.domain.user.NameComparison;
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
import jakarta.ws.rs.core.Response.Status;
import jakarta.ws.rs.core.UriInfo;

/** Registers and finds users. */
@V1
@Produces(MediaType.APPLICATION_JSON)
@Path("/v1/users")
public final class UserResource {

    private final RateLimitedUseCase<Command, Result> register;
    private final UserQueries users;

    public UserResource(RateLimitedUseCase<Command, Result> register, UserQueries users) {
        this.register = register;
        this.users = users;
    }

    /** The response reveals whether a name is taken: a client that chooses a name must know. */
    @POST
    @CountsAs(RequestKind.ENTER)
    public Response register(JsonObject body, @Context HttpServletRequest http) {
        RegisterRequest request = RegisterRequest.read(body);
        Command command = new Command(
                request.username(), request.password(), RequestOrigin.of(http), NameComparison.IGNORING_CASE);
        return LimitHeaders.answer(register.execute(command), UserResource::answer);
    }

    private static Response answer(Result result) {
        return switch (result) {
            case Result.Registered(User user) ->
                Response.status(Status.CREATED).entity(UserResponse.of(user)).build();
            case Result.UsernameTaken taken ->
                Problem.of(ProblemCode.USERNAME_TAKEN).response();
            case Result.WeakPassword(var flaws) ->
                TextRules.weakPassword(RegisterRequest.PASSWORD, flaws).response();
        };
    }

    /** Returns only name and time: the id and the blocks of a user are private. */
    @GET
    @Path("{username}")
    public Response find(@Auth AuthenticatedCaller caller, @Context UriInfo uri) {
        return users.find(V1Path.name(uri))
                .map(user -> Response.ok(UserResponse.of(user)).build())
                .orElseGet(Problem.of(ProblemCode.USER_NOT_FOUND)::response);
    }

    /** Includes users who block the caller: the response must not reveal the block. */
    @GET
    public PageResponse search(@Auth AuthenticatedCaller caller, @Context HttpServletRequest http) {
        UserSearch search = UserSearch.asked(V1Query.of(http));
        return search.paging()
                .page((after, limit) -> users.search(search.search(after, limit)), User::username, UserResponse::of);
    }
}
