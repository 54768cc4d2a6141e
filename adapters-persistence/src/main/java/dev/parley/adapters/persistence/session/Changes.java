package dev.parley.adapters.persistence.session;

import dev.parley.domain.user.UserId;
import java.util.concurrent.atomic.AtomicLong;
import java.util.concurrent.atomic.AtomicLongArray;
import java.util.stream.IntStream;

/**
 * Counts how often the sessions of users were changed on this node: in all, and for each of some groups of users, so that
 * one who logs out costs few others what is kept of them.
 */
final class Changes {

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
    void add(UserId user) {
        all.incrementAndGet();
        groups.incrementAndGet(group(user));
    }

    void addForAll() {
        all.incrementAndGet();
        IntStream.range(0, GROUPS).forEach(groups::incrementAndGet);
    }

    private static int group(UserId user) {
        return Math.floorMod(user.value(), GROUPS);
    }
}
