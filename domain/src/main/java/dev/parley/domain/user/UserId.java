package dev.parley.domain.user;

/** The permanent numeric id of a user; people use the {@link Username}. */
public record UserId(long value) implements Comparable<UserId> {

    public UserId {
        if (value <= 0) {
            throw new IllegalArgumentException("a user id must be positive, was " + value);
        }
    }

    /** By number, which is also the order in which user locks are taken. */
    @Override
    public int compareTo(UserId other) {
        return Long.compare(value, other.value);
    }
}
