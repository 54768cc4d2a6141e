package dev.parley.adapters.persistence.shared;

import dev.parley.domain.user.UserId;
import java.util.concurrent.atomic.AtomicLong;
import java.util.concurrent.atomic.AtomicLongArray;
import java.util.stream.IntStream;

/**
 * Counts how often something of users was changed on this node: in all, and for each of some groups of users, so that one
 * change costs few others what is kept of them.
 */
public final class Changes {

    private static final int GROUPS = 4096;

    private final AtomicLong all = new AtomicLong();
    private final AtomicLongArray groups = new AtomicLongArray(GROUPS);

    long count() {
        return all.get();
    }

    /** Of the user's group. */
    long count(UserId user) {
        return groups.get(group(user));
    }

    /** In this order: who has seen the group's new count and then finds the same total as before cannot have missed one. */
    public void add(UserId user) {
        all.incrementAndGet();
        groups.incrementAndGet(group(user));
    }

    public void addForAll() {
        all.incrementAndGet();
        IntStream.range(0, GROUPS).forEach(groups::incrementAndGet);
    }

    private static int group(UserId user) {
        return Math.floorMod(user.value(), GROUPS);
    }
}
