package dev.parley.adapters.rest.legacy;

import dev.parley.adapters.rest.auth.AuthenticatedCaller;
import dev.parley.adapters.rest.legacy.json.LegacyResponses;
import dev.parley.adapters.rest.request.RequestOrigin;
import dev.parley.adapters.rest.uri.PathName;
import dev.parley.application.port.in.block.UnblockUserUseCase;
import dev.parley.application.port.in.block.UnblockUserUseCase.Command;
import dev.parley.application.port.in.block.UnblockUserUseCase.Result;
import io.dropwizard.auth.Auth;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.core.Context;
import jakarta.ws.rs.core.Response;
import jakarta.ws.rs.core.UriInfo;

/** Unblocks a user. */
@Legacy
@Path("/user/unblock/{username}")
public final class LegacyUnblockResource {

    private final UnblockUserUseCase unblock;

    public LegacyUnblockResource(UnblockUserUseCase unblock) {
        this.unblock = unblock;
    }

    @POST
    public Response unblock(@Auth AuthenticatedCaller caller, @Context UriInfo uri, @Context HttpServletRequest http) {
        String blocked = PathName.lastOf(uri);
        return switch (unblock.unblock(new Command(caller.user(), blocked, RequestOrigin.of(http, caller)))) {
            case Result.Unblocked(boolean changed) -> Response.noContent().build();
            case Result.NoSuchUser() -> LegacyResponses.notFound();
        };
    }
}
