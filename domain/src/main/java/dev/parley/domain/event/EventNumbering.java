package dev.parley.domain.event;

import dev.parley.domain.user.UserId;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * Gives events their numbers, each user's on from their head. The heads are locked: that is what makes the order of
 * numbers the order of commits.
 *
 * @param heads number of the newest event of each user; 0 before the first
 */
public record EventNumbering(Map<UserId, Long> heads) {

    public EventNumbering {
        heads = Map.copyOf(heads);
    }

    /**
     * @return the drafts in their order, numbered, and the heads after them
     * @throws IllegalArgumentException if the head of a draft's user is not known
     */
    public Numbered number(List<EventDraft> drafts) {
        Map<UserId, Long> next = new HashMap<>(heads);
        List<UserEvent> events = new ArrayList<>(drafts.size());
        for (EventDraft draft : drafts) {
            long seq = Optional.ofNullable(next.get(draft.user()))
                            .orElseThrow(() -> new IllegalArgumentException("an event of a user who is not locked"))
                    + 1;
            next.put(draft.user(), seq);
            events.add(new UserEvent(draft.user(), seq, draft.at(), draft.change()));
        }
        return new Numbered(events, next);
    }

    /** Events with their numbers, and the heads after them. */
    public record Numbered(List<UserEvent> events, Map<UserId, Long> heads) {

        public Numbered {
            events = List.copyOf(events);
            heads = Map.copyOf(heads);
        }
    }
}
