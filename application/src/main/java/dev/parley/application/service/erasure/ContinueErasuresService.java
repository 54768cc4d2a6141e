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

/** Each step holds the lock of the erased user, so that two nodes never run the same step. */
public final class ContinueErasuresService implements ContinueErasuresUseCase {

    /** Small, so that other work can take the locks between two steps. */
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

    private Optional<UserId> next(Set<UserId> excluded) {
        return erasures.list(excluded).stream().findFirst().map(Erasure::user);
    }

    private static RuntimeException with(RuntimeException first, RuntimeException another) {
        first.addSuppressed(another);
        return first;
    }

    /**
     * Finishes one erasure; a failure is collected, so that it does not stop the others.
     *
     * @return whether this node finished it
     */
    private boolean finish(UserId user, Map<UserId, RuntimeException> failed) {
        try {
            return finish(user);
        } catch (RuntimeException e) { // rethrown after all others
            failed.put(user, e);
            return false;
        }
    }

    private boolean finish(UserId user) {
        boolean finished = false;
        Optional<Erasure> left = erasures.find(user);
        while (left.isPresent()) {
            finished = run(nextStep(left.get()), left.get());
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
                        .map(Step.Notify::new))
                .orElseGet(Step.Finish::new);
    }

    /**
     * Runs the step unless another node has already done so.
     *
     * @return whether this call finished the erasure
     */
    private boolean run(Step step, Erasure erasure) {
        UserId user = erasure.user();
        return unitOfWork.execute(() -> {
            Set<UserId> erasedUsers = locks.lock(user, step.otherThan(user));
            boolean isCurrent = erasures.find(user).equals(Optional.of(erasure));
            if (isCurrent) {
                switch (step) {
                    case Step.Clear(Participants pair) ->
                        clear(conversations.find(pair).orElseThrow(), user, erasedUsers);
                    case Step.Notify(UserId blocker) -> notifyBlocker(blocker, user, erasedUsers);
                    case Step.Finish() -> erasures.finish(user);
                }
            }
            return isCurrent && step instanceof Step.Finish;
        });
    }

    /** Notifies the peer only if a message of the conversation was visible to them; otherwise they do not know of it. */
    private void clear(Conversation conversation, UserId user, Set<UserId> erasedUsers) {
        int cleared = messages.eraseContents(conversation.id(), user, MESSAGES_A_STEP);
        if (cleared < MESSAGES_A_STEP) {
            UserId peer = conversation.participants().peerOf(user);
            if (!conversation.newestVisibleTo(peer).isNothing()) {
                notifyPeer(peer, user, erasedUsers);
            }
            erasures.advance(user, conversation.id());
        }
    }

    /** Skips a blocker who was already notified because a message of the conversation was visible to them. */
    private void notifyBlocker(UserId blocker, UserId user, Set<UserId> erasedUsers) {
        boolean isNotified = conversations
                .find(Participants.of(blocker, user))
                .filter(conversation -> !conversation.newestVisibleTo(blocker).isNothing())
                .isPresent();
        if (!isNotified) {
            notifyPeer(blocker, user, erasedUsers);
        }
        erasures.told(user, blocker);
    }

    private void notifyPeer(UserId recipient, UserId erased, Set<UserId> erasedUsers) {
        if (!erasedUsers.contains(recipient)) {
            events.append(List.of(new EventDraft(recipient, clock.instant(), new Change.UserErased(erased))));
        }
    }

    /** A part of an erasure that runs in one unit of work. */
    private sealed interface Step {

        /** Deletes some contents of a conversation and, after the last, notifies the peer. */
        record Clear(Participants pair) implements Step {}

        record Notify(UserId blocker) implements Step {}

        record Finish() implements Step {}

        /** The user to lock together with the erased one. */
        default UserId otherThan(UserId user) {
            return switch (this) {
                case Clear(Participants pair) -> pair.peerOf(user);
                case Notify(UserId blocker) -> blocker;
                case Finish() -> user;
            };
        }
    }
}
