package dev.parley.application.service.erasure;

import dev.parley.application.port.in.erasure.ContinueErasuresUseCase;
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
import java.util.List;
import java.util.Optional;

/** Every step is made under the lock of the erased user, so that two nodes never make the same one. */
public final class ContinueErasuresService implements ContinueErasuresUseCase {

    /** Small enough to leave room for others between two steps. */
    private static final int MESSAGES_A_STEP = 500;

    private final UnitOfWork unitOfWork;
    private final UserLocks locks;
    private final Erasures erasures;
    private final Conversations conversations;
    private final Messages messages;
    private final UserEvents events;
    private final Clock clock;

    public ContinueErasuresService(
            UnitOfWork unitOfWork,
            UserLocks locks,
            Erasures erasures,
            Conversations conversations,
            Messages messages,
            UserEvents events,
            Clock clock) {
        this.unitOfWork = unitOfWork;
        this.locks = locks;
        this.erasures = erasures;
        this.conversations = conversations;
        this.messages = messages;
        this.events = events;
        this.clock = clock;
    }

    @Override
    public int continueErasures() {
        int finished = 0;
        List<Erasure> begun = erasures.list();
        while (!begun.isEmpty()) {
            finished += (int) begun.stream().filter(this::finish).count();
            begun = erasures.list();
        }
        return finished;
    }

    /** Whether it was finished here, and not on another node meanwhile. */
    private boolean finish(Erasure begun) {
        boolean finished = false;
        Optional<Erasure> left = Optional.of(begun);
        while (left.isPresent()) {
            finished = step(left.get());
            left = erasures.find(begun.user());
        }
        return finished;
    }

    /** Whether this was the last step; another node may have made it already, and then it does nothing. */
    private boolean step(Erasure erasure) {
        Optional<Participants> next = conversations.listOf(erasure.user(), erasure.done(), 1).stream()
                .findFirst()
                .map(Conversation::participants);
        UserId peer = next.map(pair -> pair.peerOf(erasure.user())).orElse(erasure.user());
        return unitOfWork.execute(() -> {
            locks.lock(erasure.user(), peer);
            boolean isStillThere = erasures.find(erasure.user()).equals(Optional.of(erasure));
            if (isStillThere) {
                next.map(pair -> conversations.find(pair).orElseThrow())
                        .ifPresentOrElse(found -> clear(found, erasure), () -> erasures.finish(erasure.user()));
            }
            return isStillThere && next.isEmpty();
        });
    }

    private void clear(Conversation conversation, Erasure erasure) {
        int cleared = messages.eraseContents(conversation.id(), erasure.user(), MESSAGES_A_STEP);
        if (cleared < MESSAGES_A_STEP) {
            tell(conversation, erasure.user());
            erasures.advance(erasure.user(), conversation.id());
        }
    }

    /** Who has never been shown a message of the conversation learns nothing of it now. */
    private void tell(Conversation conversation, UserId erased) {
        UserId peer = conversation.participants().peerOf(erased);
        if (!peer.equals(erased) && !conversation.shownTo(peer).isNothing()) {
            events.append(List.of(new EventDraft(peer, clock.instant(), new Change.UserErased(erased))));
        }
    }
}
