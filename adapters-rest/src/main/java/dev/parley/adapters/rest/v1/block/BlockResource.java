package dev.parley.adapters.rest.v1.block;

import dev.parley.adapters.rest.auth.AuthenticatedCaller;
import dev.parley.adapters.rest.request.RequestOrigin;
import dev.parley.adapters.rest.v1.error.Problem;
import dev.parley.adapters.rest.v1.http.V1;
import dev.parley.adapters.rest.v1.http.V1Path;
import dev.parley.adapters.rest.v1.page.PageResponse;
import dev.parley.adapters.rest.v1.page.Paging;
import dev.parley.adapters.rest.v1.page.V1Query;
import dev.parley.adapters.rest.v1.problem.ProblemCode;
import dev.parley.application.port.in.block.BlockUserUseCase;
import dev.parley.application.port.in.block.ListBlocksUseCase;
import dev.parley.application.port.in.block.ListBlocksUseCase.BlockedUser;
import dev.parley.application.port.in.block.ListBlocksUseCase.Query;
import dev.parley.application.port.in.block.UnblockUserUseCase;
import dev.parley.domain.user.UserId;
import io.dropwizard.auth.Auth;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.ws.rs.DELETE;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.PUT;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.Context;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;
import jakarta.ws.rs.core.UriInfo;

/** Blocks and unblocks users. Only the caller sees the blocks: no response reveals who blocks a user. */
@V1
@Produces(MediaType.APPLICATION_JSON)
@Path("/v1/blocks")
public final class BlockResource {

    private final BlockUserUseCase block;
    private final UnblockUserUseCase unblock;
    private final ListBlocksUseCase listBlocks;

    public BlockResource(BlockUserUseCase block, UnblockUserUseCase unblock, ListBlocksUseCase listBlocks) {
        this.block = block;
        this.unblock = unblock;
        this.listBlocks = listBlocks;
    }

    @PUT
    @Path("{username}")
    public Response block(@Auth AuthenticatedCaller caller, @Context UriInfo uri, @Context HttpServletRequest http) {
        BlockUserUseCase.Command command =
                new BlockUserUseCase.Command(caller.user(), V1Path.name(uri), RequestOrigin.of(http, caller));
        return switch (block.block(command)) {
            case BlockUserUseCase.Result.Blocked(boolean changed) ->
                Response.noContent().build();
            case BlockUserUseCase.Result.NoSuchUser() -> notFound();
        };
    }

    @DELETE
    @Path("{username}")
    public Response unblock(@Auth AuthenticatedCaller caller, @Context UriInfo uri, @Context HttpServletRequest http) {
        UnblockUserUseCase.Command command =
                new UnblockUserUseCase.Command(caller.user(), V1Path.name(uri), RequestOrigin.of(http, caller));
        return switch (unblock.unblock(command)) {
            case UnblockUserUseCase.Result.Unblocked(boolean changed) ->
                Response.noContent().build();
            case UnblockUserUseCase.Result.NoSuchUser() -> notFound();
        };
    }

    @GET
    public PageResponse list(@Auth AuthenticatedCaller caller, @Context HttpServletRequest http) {
        Paging<UserId> paging = Paging.asked(V1Query.of(http), BlockCursors.CURSORS);
        return paging.page(
                (after, limit) -> listBlocks.list(new Query(caller.user(), after, limit)),
                BlockedUser::id,
                BlockedUserResponse::of);
    }

    private static Response notFound() {
        return Problem.of(ProblemCode.USER_NOT_FOUND).response();
    }
}
