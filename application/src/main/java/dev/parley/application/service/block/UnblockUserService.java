package dev.parley.application.service.block;

import dev.parley.application.port.in.block.UnblockUserUseCase;
import dev.parley.application.port.out.activity.ActivityOutbox;
import dev.parley.application.port.out.block.Blocks;
import dev.parley.application.port.out.conversation.Conversations;
import dev.parley.application.port.out.conversation.Messages;
import dev.parley.application.port.out.event.UserEvents;
import dev.parley.application.port.out.shared.UnitOfWork;
import dev.parley.application.port.out.user.UserLocks;
import dev.parley.application.port.out.user.Users;
import dev.parley.domain.activity.Activity;
import dev.parley.domain.activity.ActivityType;
import dev.parley.domain.conversation.Conversation.Release;
import dev.parley.domain.conversation.Participants;
import dev.parley.domain.event.Change;
import dev.parley.domain.event.ConversationEvents;
import dev.parley.domain.event.EventDraft;
import dev.parley.domain.shared.Origin;
import dev.parley.domain.user.User;
import dev.parley.domain.user.UserId;
import dev.parley.domain.user.Username;
import java.time.Clock;
import java.time.Instant;
import java.util.List;
import java.util.Optional;

public final class UnblockUserService implements UnblockUserUseCase {

    private final UnitOfWork unitOfWork;
    private final Users users;
    private final UserLocks locks;
    private final Blocks blocks;
    private final Conversations conversations;
    private final Messages messages;
    private final UserEvents events;
    private final ActivityOutbox outbox;
    private final Clock clock;

    public UnblockUserService(
            UnitOfWork unitOfWork,
            Users users,
            UserLocks locks,
            Blocks blocks,
            Conversations conversations,
            Messages messages,
            UserEvents events,
            ActivityOutbox outbox,
            Clock clock) {
        this.unitOfWork = unitOfWork;
        this.users = users;
        this.locks = locks;
        this.blocks = blocks;
        this.conversations = conversations;
        this.messages = messages;
        this.events = events;
        this.outbox = outbox;
        this.clock = clock;
    }

    @Override
    public Result unblock(Command command) {
        Optional<UserId> blocked =
                Username.parse(command.blocked()).flatMap(users::find).map(User::id);
        if (blocked.isEmpty()) {
            return new Result.NoSuchUser();
        }
        return new Result.Unblocked(
                unitOfWork.execute(() -> unblock(command.blocker(), blocked.get(), command.origin())));
    }

    private boolean unblock(UserId blocker, UserId blocked, Origin origin) {
        locks.lock(blocker, blocked);
        if (!blocks.remove(blocker, blocked)) {
            return false;
        }
        Instant now = clock.instant();
        outbox.record(Activity.between(blocker, blocked, ActivityType.UN_BLOCK, now, origin));
        events.append(List.of(new EventDraft(blocker, now, new Change.BlockRemoved(blocked))));
        conversations
                .find(Participants.of(blocker, blocked))
                .flatMap(conversation ->
                        conversation.release(blocker, messages.listHeld(conversation.id(), blocker), now))
                .ifPresent(release -> storeRelease(release, blocker));
        return true;
    }

    private void storeRelease(Release release, UserId receiver) {
        messages.release(release.conversation().id(), receiver, release.visibleAt());
        conversations.store(release.conversation());
        events.append(ConversationEvents.ofRelease(receiver, release));
    }
}
