package dev.parley.domain.event;

import dev.parley.domain.user.UserId;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * Numbers events, for each user from their head on. The caller holds the locks of these users, so the order of numbers is
 * the order of commits.
 *
 * @param heads number of the newest event of each user; 0 before the first
 */
public record EventNumbering(Map<UserId, Long> heads) {

    public EventNumbering {
        heads = Map.copyOf(heads);
    }

    /**
     * @return the numbered drafts in their order, and the heads after them
     * @throws IllegalArgumentException if {@code heads} does not contain a draft's user
     */
    public Numbered number(List<EventDraft> drafts) {
        Map<UserId, Long> next = new HashMap<>(heads);
        List<UserEvent> events = new ArrayList<>(drafts.size());
        for (EventDraft draft : drafts) {
            long seq = Optional.ofNullable(next.get(draft.user()))
                            .orElseThrow(() -> new IllegalArgumentException("no head loaded for " + draft.user()))
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
