package dev.parley.application.service.block;

import dev.parley.application.port.in.block.BlockUserUseCase;
import dev.parley.application.port.out.activity.ActivityOutbox;
import dev.parley.application.port.out.block.Blocks;
import dev.parley.application.port.out.event.UserEvents;
import dev.parley.application.port.out.shared.UnitOfWork;
import dev.parley.application.port.out.user.UserLocks;
import dev.parley.application.port.out.user.Users;
import dev.parley.domain.activity.Activity;
import dev.parley.domain.activity.ActivityType;
import dev.parley.domain.block.Block;
import dev.parley.domain.event.Change;
import dev.parley.domain.event.EventDraft;
import dev.parley.domain.shared.Origin;
import dev.parley.domain.user.UserId;
import dev.parley.domain.user.Username;
import java.time.Clock;
import java.time.Instant;
import java.util.List;
import java.util.Set;

public final class BlockUserService implements BlockUserUseCase {

    private final UnitOfWork unitOfWork;
    private final Users users;
    private final UserLocks locks;
    private final Blocks blocks;
    private final UserEvents events;
    private final ActivityOutbox outbox;
    private final Clock clock;

    public BlockUserService(
            UnitOfWork unitOfWork,
            Users users,
            UserLocks locks,
            Blocks blocks,
            UserEvents events,
            ActivityOutbox outbox,
            Clock clock) {
        this.unitOfWork = unitOfWork;
        this.users = users;
        this.locks = locks;
        this.blocks = blocks;
        this.events = events;
        this.outbox = outbox;
        this.clock = clock;
    }

    @Override
    public Result block(Command command) {
        return Username.parse(command.blocked())
                .flatMap(users::find)
                .map(blocked -> unitOfWork.execute(() -> block(command, blocked.id())))
                .orElseGet(Result.NoSuchUser::new);
    }

    /** For a blocker who is erased concurrently, the result is the same as if the block came before the erasure. */
    private Result block(Command command, UserId blocked) {
        Set<UserId> erased = locks.lock(command.blocker(), blocked);
        if (erased.contains(command.blocker())) {
            return new Result.Blocked(false);
        }
        if (erased.contains(blocked)) {
            return blocks.exists(command.blocker(), blocked) ? new Result.Blocked(false) : new Result.NoSuchUser();
        }
        return new Result.Blocked(add(command.blocker(), blocked, command.origin()));
    }

    private boolean add(UserId blocker, UserId blocked, Origin origin) {
        Instant now = clock.instant();
        boolean added = blocks.add(new Block(blocker, blocked, now));
        if (added) {
            events.append(List.of(new EventDraft(blocker, now, new Change.BlockCreated(blocked))));
            outbox.record(Activity.between(blocker, blocked, ActivityType.BLOCK, now, origin));
        }
        return added;
    }
}
