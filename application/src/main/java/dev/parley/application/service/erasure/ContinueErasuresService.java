package dev.parley.application.service.erasure;

import dev.parley.application.port.in.erasure.ContinueErasuresUseCase;
import dev.parley.application.port.out.block.Blocks;
import dev.parley.application.port.out.conversation.Conversations;
import dev.parley.application.port.out.conversation.Messages;
import dev.parley.application.port.out.erasure.Erasures;
import dev.parley.application.port.out.erasure.Erasures.Erasure;
import dev.parley.application.port.out.event.UserEvents;
import dev.parley.application.port.out.shared.UnitOfWork;
import dev.parley.application.port.out.user.UserLocks;
import dev.parley.domain.conversation.Conversation;
import dev.parley.domain.conversation.Participants;
import dev.parley.domain.event.Change;
import dev.parley.domain.event.EventDraft;
import dev.parley.domain.user.UserId;
import java.time.Clock;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/** Every step is made under the lock of the erased user, so that two nodes never make the same one. */
public final class ContinueErasuresService implements ContinueErasuresUseCase {

    /** Small enough to leave room for others between two steps. */
    private static final int MESSAGES_A_STEP = 500;

    private final UnitOfWork unitOfWork;
    private final UserLocks locks;
    private final Erasures erasures;
    private final Blocks blocks;
    private final Conversations conversations;
    private final Messages messages;
    private final UserEvents events;
    private final Clock clock;

    public ContinueErasuresService(
            UnitOfWork unitOfWork,
            UserLocks locks,
            Erasures erasures,
            Blocks blocks,
            Conversations conversations,
            Messages messages,
            UserEvents events,
            Clock clock) {
        this.unitOfWork = unitOfWork;
        this.locks = locks;
        this.erasures = erasures;
        this.blocks = blocks;
        this.conversations = conversations;
        this.messages = messages;
        this.events = events;
        this.clock = clock;
    }

    @Override
    public int continueErasures() {
        int finished = 0;
        Map<UserId, RuntimeException> failed = new LinkedHashMap<>();
        Optional<UserId> next = next(failed.keySet());
        while (next.isPresent()) {
            finished += finish(next.get(), failed) ? 1 : 0;
            next = next(failed.keySet());
        }
        failed.values().stream().reduce(ContinueErasuresService::with).ifPresent(failure -> {
            throw failure;
        });
        return finished;
    }

    private Optional<UserId> next(Set<UserId> passedOver) {
        return erasures.list(passedOver).stream().findFirst().map(Erasure::user);
    }

    private static RuntimeException with(RuntimeException first, RuntimeException another) {
        first.addSuppressed(another);
        return first;
    }

    /** One that fails must not hold up the others for ever. Whether it was finished here, and not on another node. */
    private boolean finish(UserId user, Map<UserId, RuntimeException> failed) {
        try {
            return finish(user);
        } catch (RuntimeException e) { // thrown again when the others have had their turn
            failed.put(user, e);
            return false;
        }
    }

    private boolean finish(UserId user) {
        boolean finished = false;
        Optional<Erasure> left = erasures.find(user);
        while (left.isPresent()) {
            finished = take(nextStep(left.get()), left.get());
            left = erasures.find(user);
        }
        return finished;
    }

    private Step nextStep(Erasure erasure) {
        return conversations.listOf(erasure.user(), erasure.done(), 1).stream()
                .findFirst()
                .<Step>map(found -> new Step.Clear(found.participants()))
                .or(() -> blocks.listBlockers(erasure.user(), erasure.told(), 1).stream()
                        .findFirst()
                        .map(Step.Tell::new))
                .orElseGet(Step.Finish::new);
    }

    /** Whether this was the last step; another node may have made it already, and then it does nothing. */
    private boolean take(Step step, Erasure erasure) {
        UserId user = erasure.user();
        return unitOfWork.execute(() -> {
            Set<UserId> gone = locks.lock(user, step.otherThan(user));
            boolean isStillThere = erasures.find(user).equals(Optional.of(erasure));
            if (isStillThere) {
                switch (step) {
                    case Step.Clear(Participants pair) ->
                        clear(conversations.find(pair).orElseThrow(), user, gone);
                    case Step.Tell(UserId blocker) -> tellBlocker(blocker, user, gone);
                    case Step.Finish() -> erasures.finish(user);
                }
            }
            return isStillThere && step instanceof Step.Finish;
        });
    }

    /** Who has never been shown a message of the conversation learns nothing of it now. */
    private void clear(Conversation conversation, UserId user, Set<UserId> gone) {
        int cleared = messages.eraseContents(conversation.id(), user, MESSAGES_A_STEP);
        if (cleared < MESSAGES_A_STEP) {
            UserId peer = conversation.participants().peerOf(user);
            if (!conversation.shownTo(peer).isNothing()) {
                tell(peer, user, gone);
            }
            erasures.advance(user, conversation.id());
        }
    }

    /** Who has been shown something has been told already. */
    private void tellBlocker(UserId blocker, UserId user, Set<UserId> gone) {
        boolean isTold = conversations
                .find(Participants.of(blocker, user))
                .filter(conversation -> !conversation.shownTo(blocker).isNothing())
                .isPresent();
        if (!isTold) {
            tell(blocker, user, gone);
        }
        erasures.told(user, blocker);
    }

    private void tell(UserId told, UserId erased, Set<UserId> gone) {
        if (!gone.contains(told)) {
            events.append(List.of(new EventDraft(told, clock.instant(), new Change.UserErased(erased))));
        }
    }

    /** What is done for an erasure in one unit of work. */
    private sealed interface Step {

        /** Takes some contents away; after the last of a conversation the other one is told. */
        record Clear(Participants pair) implements Step {}

        record Tell(UserId blocker) implements Step {}

        record Finish() implements Step {}

        /** Who is locked beside the erased user. */
        default UserId otherThan(UserId user) {
            return switch (this) {
                case Clear(Participants pair) -> pair.peerOf(user);
                case Tell(UserId blocker) -> blocker;
                case Finish() -> user;
            };
        }
    }
}
