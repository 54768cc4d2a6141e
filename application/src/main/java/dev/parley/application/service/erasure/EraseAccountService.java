package dev.parley.application.service.erasure;

import dev.parley.application.port.in.erasure.EraseAccountUseCase;
import dev.parley.application.port.out.activity.ActivityOutbox;
import dev.parley.application.port.out.block.Blocks;
import dev.parley.application.port.out.conversation.Messages;
import dev.parley.application.port.out.erasure.Erasures;
import dev.parley.application.port.out.event.UserEvents;
import dev.parley.application.port.out.session.Sessions;
import dev.parley.application.port.out.shared.UnitOfWork;
import dev.parley.application.port.out.user.UserLocks;
import dev.parley.application.port.out.user.Users;
import dev.parley.domain.activity.Activity;
import dev.parley.domain.activity.ActivityType;
import dev.parley.domain.event.SessionEvents;
import dev.parley.domain.user.UserId;
import java.time.Clock;
import java.time.Instant;

/** Closes the account and begins the erasure that later deletes its contents. */
public final class EraseAccountService implements EraseAccountUseCase {

    private final UnitOfWork unitOfWork;
    private final UserLocks locks;
    private final Users users;
    private final Sessions sessions;
    private final Blocks blocks;
    private final Messages messages;
    private final UserEvents events;
    private final Erasures erasures;
    private final ActivityOutbox outbox;
    private final Clock clock;

    public EraseAccountService(
            UnitOfWork unitOfWork,
            UserLocks locks,
            Users users,
            Sessions sessions,
            Blocks blocks,
            Messages messages,
            UserEvents events,
            Erasures erasures,
            ActivityOutbox outbox,
            Clock clock) {
        this.unitOfWork = unitOfWork;
        this.locks = locks;
        this.users = users;
        this.sessions = sessions;
        this.blocks = blocks;
        this.messages = messages;
        this.events = events;
        this.erasures = erasures;
        this.outbox = outbox;
        this.clock = clock;
    }

    @Override
    public void erase(Command command) {
        UserId user = command.caller().user();
        unitOfWork.execute(() -> {
            boolean erased = !locks.lock(user, user).isEmpty();
            Instant now = clock.instant();
            if (!erased) {
                close(user, now);
                outbox.record(Activity.by(user, ActivityType.ACCOUNT_ERASED, now, command.origin()));
            }
            endSessions(user, now);
            return erased;
        });
    }

    private void close(UserId user, Instant now) {
        users.erase(user);
        blocks.removeAllBy(user);
        messages.forgetKeys(user);
        erasures.begin(user, now);
    }

    /**
     * Must run after the user is erased, so that no new session can be opened. The events are deleted immediately; their signal
     * wakes the event streams of the sessions, which then end.
     */
    private void endSessions(UserId user, Instant now) {
        events.append(SessionEvents.ofEnding(user, sessions.closeAll(user), now));
        events.removeAll(user);
    }
}
