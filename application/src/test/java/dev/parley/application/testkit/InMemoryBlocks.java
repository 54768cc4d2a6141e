package dev.parley.application.testkit;

import dev.parley.application.port.out.block.Blocks;
import dev.parley.application.testkit.InMemoryState.BlockKey;
import dev.parley.domain.block.Block;
import dev.parley.domain.shared.PageLimit;
import dev.parley.domain.user.UserId;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;

public final class InMemoryBlocks implements Blocks {

    private final InMemoryStateStore store;

    public InMemoryBlocks(InMemoryStateStore store) {
        this.store = store;
    }

    @Override
    public boolean add(Block block) {
        return store.write(state ->
                state.blocks().putIfAbsent(new BlockKey(block.blocker(), block.blocked()), block) == null);
    }

    @Override
    public boolean remove(UserId blocker, UserId blocked) {
        return store.write(state -> state.blocks().remove(new BlockKey(blocker, blocked)) != null);
    }

    @Override
    public void removeAllBy(UserId blocker) {
        store.write(
                state -> state.blocks().keySet().removeIf(key -> key.blocker().equals(blocker)));
    }

    @Override
    public List<Block> list(UserId blocker, Optional<UserId> after, int limit) {
        PageLimit.require(limit, MAX_PAGE);
        return store.read(state -> state.blocks().values().stream()
                .filter(block -> block.blocker().equals(blocker))
                .filter(block -> after.isEmpty() || block.blocked().compareTo(after.get()) > 0)
                .sorted(Comparator.comparing(Block::blocked))
                .limit(limit)
                .toList());
    }

    @Override
    public List<UserId> listBlockers(UserId blocked, Optional<UserId> after, int limit) {
        PageLimit.require(limit, MAX_PAGE);
        return store.read(state -> state.blocks().values().stream()
                .filter(block -> block.blocked().equals(blocked))
                .map(Block::blocker)
                .filter(blocker -> after.isEmpty() || blocker.compareTo(after.get()) > 0)
                .sorted()
                .limit(limit)
                .toList());
    }

    @Override
    public boolean exists(UserId blocker, UserId blocked) {
        return store.read(state -> state.blocks().containsKey(new BlockKey(blocker, blocked)));
    }
}
