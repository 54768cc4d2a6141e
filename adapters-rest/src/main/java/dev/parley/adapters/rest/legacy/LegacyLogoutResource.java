package dev.parley.adapters.rest.legacy;

import dev.parley.adapters.rest.auth.AuthenticatedCaller;
import dev.parley.adapters.rest.request.RequestOrigin;
import dev.parley.application.port.in.session.LogOutUseCase;
import io.dropwizard.auth.Auth;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.core.Context;
import jakarta.ws.rs.core.Response;

/** Ends the session of the caller. */
@Legacy
@Path("/user/logout")
public final class LegacyLogoutResource {

    private final LogOutUseCase logOut;

    public LegacyLogoutResource(LogOutUseCase logOut) {
        this.logOut = logOut;
    }

    @POST
    public Response logOut(@Auth AuthenticatedCaller caller, @Context HttpServletRequest http) {
        logOut.logOut(new LogOutUseCase.Command(caller.caller(), RequestOrigin.of(http, caller)));
        return Response.noContent().build();
    }
}
