package dev.parley.adapters.rest.legacy;

import dev.parley.adapters.rest.legacy.field.Submission;
import dev.parley.adapters.rest.legacy.json.FieldErrorsResponse;
import dev.parley.adapters.rest.legacy.json.LegacyResponses;
import dev.parley.adapters.rest.legacy.json.TokenResponse;
import dev.parley.adapters.rest.limit.CountsAs;
import dev.parley.adapters.rest.limit.LimitHeaders;
import dev.parley.adapters.rest.request.RequestOrigin;
import dev.parley.application.port.in.limit.RateLimitedUseCase;
import dev.parley.application.port.in.session.LogInUseCase.Command;
import dev.parley.application.port.in.session.LogInUseCase.Result;
import dev.parley.domain.limit.RequestKind;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.core.Context;
import jakarta.ws.rs.core.Response;
import jakarta.ws.rs.core.Response.Status;
import java.util.Optional;

/** Creates a session and returns its token. */
@Legacy
@PublicEndpoint
@Path("/user/login")
public final class LegacyLoginResource {

    private static final String REFUSAL = "Unable to log in with provided credentials.";

    private final RateLimitedUseCase<Command, Result> logIn;

    public LegacyLoginResource(RateLimitedUseCase<Command, Result> logIn) {
        this.logIn = logIn;
    }

    @POST
    @CountsAs(RequestKind.ENTER)
    public Response logIn(Submission body, @Context HttpServletRequest http) {
        LegacyLoginRequest request = LegacyLoginRequest.read(body);
        Command command = new Command(request.username(), request.password(), Optional.empty(), RequestOrigin.of(http));
        return LimitHeaders.answer(logIn.execute(command), LegacyLoginResource::answer);
    }

    private static Response answer(Result result) {
        return switch (result) {
            case Result.LoggedIn(var session, var token) ->
                LegacyResponses.json(Status.OK, new TokenResponse(token.value()));
            case Result.InvalidCredentials invalid ->
                LegacyResponses.json(Status.BAD_REQUEST, FieldErrorsResponse.ofNoField(REFUSAL));
        };
    }
}
