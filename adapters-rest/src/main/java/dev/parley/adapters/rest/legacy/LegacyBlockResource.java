package dev.parley.adapters.rest.legacy;

import dev.parley.adapters.rest.auth.AuthenticatedCaller;
import dev.parley.adapters.rest.legacy.json.EmptyResponse;
import dev.parley.adapters.rest.legacy.json.LegacyResponses;
import dev.parley.adapters.rest.request.RequestOrigin;
import dev.parley.adapters.rest.uri.PathName;
import dev.parley.application.port.in.block.BlockUserUseCase;
import dev.parley.application.port.in.block.BlockUserUseCase.Command;
import dev.parley.application.port.in.block.BlockUserUseCase.Result;
import io.dropwizard.auth.Auth;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.core.Context;
import jakarta.ws.rs.core.Response;
import jakarta.ws.rs.core.Response.Status;
import jakarta.ws.rs.core.UriInfo;

/** Blocks a user. */
@Legacy
@Path("/user/block/{username}")
public final class LegacyBlockResource {

    private final BlockUserUseCase block;

    public LegacyBlockResource(BlockUserUseCase block) {
        this.block = block;
    }

    @POST
    public Response block(@Auth AuthenticatedCaller caller, @Context UriInfo uri, @Context HttpServletRequest http) {
        String blocked = PathName.lastOf(uri);
        return switch (block.block(new Command(caller.user(), blocked, RequestOrigin.of(http, caller)))) {
            case Result.Blocked(boolean changed) -> LegacyResponses.json(Status.CREATED, new EmptyResponse());
            case Result.NoSuchUser() -> LegacyResponses.notFound();
        };
    }
}
