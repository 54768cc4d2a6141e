package dev.parley.adapters.rest.v1.block;

import dev.parley.adapters.rest.v1.json.V1Body;
import dev.parley.application.port.in.block.ListBlocksUseCase.BlockedUser;
import java.time.Instant;

record BlockedUserResponse(String username, Instant since) implements V1Body {

    static BlockedUserResponse of(BlockedUser blocked) {
        return new BlockedUserResponse(blocked.username().value(), blocked.since());
    }
}
