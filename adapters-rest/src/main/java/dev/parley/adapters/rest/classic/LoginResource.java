package dev.parley.adapters.rest.classic;

import dev.parley.adapters.rest.classic.field.Submission;
import dev.parley.adapters.rest.classic.json.Answer;
import dev.parley.adapters.rest.classic.json.FieldErrorsResponse;
import dev.parley.adapters.rest.classic.json.TokenResponse;
import dev.parley.adapters.rest.limit.LimitHeaders;
import dev.parley.adapters.rest.limit.Limited;
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
@Classic
@OpenToAll
@Path("/user/login")
public final class LoginResource {

    private static final String REFUSAL = "Unable to log in with provided credentials.";

    private final RateLimitedUseCase<Command, Result> logIn;

    public LoginResource(RateLimitedUseCase<Command, Result> logIn) {
        this.logIn = logIn;
    }

    @POST
    @Limited(RequestKind.ENTER)
    public Response logIn(Submission body, @Context HttpServletRequest http) {
        LoginRequest request = LoginRequest.read(body);
        Command command = new Command(request.username(), request.password(), Optional.empty(), RequestOrigin.of(http));
        return LimitHeaders.answer(logIn.execute(command), LoginResource::answer);
    }

    private static Response answer(Result result) {
        return switch (result) {
            case Result.LoggedIn(var session, var token) -> Answer.json(Status.OK, new TokenResponse(token.value()));
            case Result.InvalidCredentials invalid ->
                Answer.json(Status.BAD_REQUEST, FieldErrorsResponse.ofNoField(REFUSAL));
        };
    }
}
