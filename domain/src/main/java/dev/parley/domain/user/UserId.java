package dev.parley.domain.user;

/** The number that names a user for ever; a username is what people type. */
public record UserId(long value) implements Comparable<UserId> {

    public UserId {
        if (value <= 0) {
            throw new IllegalArgumentException("a user id is positive");
        }
    }

    /** Also the order in which the locks of several users are taken. */
    @Override
    public int compareTo(UserId other) {
        return Long.compare(value, other.value);
    }
}
