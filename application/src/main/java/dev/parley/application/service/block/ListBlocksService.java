package dev.parley.application.service.block;

import dev.parley.application.port.in.block.ListBlocksUseCase;
import dev.parley.application.port.out.block.Blocks;
import dev.parley.application.port.out.user.Users;
import dev.parley.domain.block.Block;
import dev.parley.domain.user.Names;
import java.util.List;
import java.util.stream.Collectors;

public final class ListBlocksService implements ListBlocksUseCase {

    private final Blocks blocks;
    private final Users users;

    public ListBlocksService(Blocks blocks, Users users) {
        this.blocks = blocks;
        this.users = users;
    }

    @Override
    public List<BlockedUser> list(Query query) {
        List<Block> found = blocks.list(query.blocker(), query.after(), query.limit());
        Names names = new Names(users.names(found.stream().map(Block::blocked).collect(Collectors.toSet())));
        return found.stream()
                .map(block -> new BlockedUser(block.blocked(), names.of(block.blocked()), block.since()))
                .toList();
    }
}
