package dev.parley.adapters.rest.legacy;

import dev.parley.adapters.rest.legacy.field.FieldMessages;
import dev.parley.adapters.rest.legacy.field.Submission;
import dev.parley.adapters.rest.legacy.json.FieldErrorsResponse;
import dev.parley.adapters.rest.legacy.json.LegacyResponses;
import dev.parley.adapters.rest.legacy.json.UsernameResponse;
import dev.parley.adapters.rest.limit.CountsAs;
import dev.parley.adapters.rest.limit.LimitHeaders;
import dev.parley.adapters.rest.request.RequestOrigin;
import dev.parley.application.port.in.limit.RateLimitedUseCase;
import dev.parley.application.port.in.user.RegisterUserUseCase.Command;
import dev.parley.application.port.in.user.RegisterUserUseCase.Result;
import dev.parley.application.port.in.user.UserQueries;
import dev.parley.domain.limit.RequestKind;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.core.Context;
import jakarta.ws.rs.core.Response;
import jakarta.ws.rs.core.Response.Status;
import java.util.List;
import java.util.Map;

/** Registers a user. */
@Legacy
@PublicEndpoint
@Path("/user/register")
public final class LegacyRegisterResource {

    private final RateLimitedUseCase<Command, Result> register;
    private final UserQueries users;

    public LegacyRegisterResource(RateLimitedUseCase<Command, Result> register, UserQueries users) {
        this.register = register;
        this.users = users;
    }

    @POST
    @CountsAs(RequestKind.ENTER)
    public Response register(Submission body, @Context HttpServletRequest http) {
        LegacyRegisterRequest request = LegacyRegisterRequest.read(body, users::isTaken);
        Command command = new Command(request.username(), request.password(), RequestOrigin.of(http));
        return LimitHeaders.answer(register.execute(command), result -> answer(result, request));
    }

    private static Response answer(Result result, LegacyRegisterRequest request) {
        return switch (result) {
            case Result.Registered(var user) ->
                LegacyResponses.json(
                        Status.CREATED, new UsernameResponse(user.username().value()));
            case Result.UsernameTaken taken ->
                refusal(LegacyRegisterRequest.USERNAME, List.of(FieldMessages.USERNAME_TAKEN));
            case Result.WeakPassword(var flaws) ->
                refusal(
                        LegacyRegisterRequest.PASSWORD,
                        FieldMessages.ofPassword(flaws, request.password().value()));
        };
    }

    private static Response refusal(String field, List<String> errors) {
        return LegacyResponses.json(Status.BAD_REQUEST, new FieldErrorsResponse(Map.of(field, errors)));
    }
}
