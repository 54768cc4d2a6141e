package dev.parley.adapters.persistence.shared;

import dev.parley.domain.user.UserId;
import java.util.concurrent.atomic.AtomicLong;
import java.util.concurrent.atomic.AtomicLongArray;
import java.util.stream.IntStream;

/**
 * Counts changes of users: in total, and for each group of users. A cache compares these counts to find outdated entries. So one
 * change outdates only the entries of its group.
 */
public final class Changes {

    private static final int GROUPS = 4096;

    private final AtomicLong all = new AtomicLong();
    private final AtomicLongArray groups = new AtomicLongArray(GROUPS);

    long count() {
        return all.get();
    }

    /** The count of the user's group. */
    long count(UserId user) {
        return groups.get(group(user));
    }

    /** In this order: a reader that sees the new count of the group and then an unchanged total has missed no change. */
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
