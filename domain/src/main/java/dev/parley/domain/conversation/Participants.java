package dev.parley.domain.conversation;

import dev.parley.domain.user.UserId;

/**
 * The two users of a one-to-one conversation.
 *
 * <p>The pair has no direction: {@code of(a, b)} equals {@code of(b, a)}, so a unique key allows one conversation per pair.
 * A note to oneself has the same user on both sides, and is counted on the lower side.
 */
public record Participants(UserId lower, UserId higher) {

    /** A side of the pair. */
    public enum Side {
        LOWER,
        HIGHER
    }

    public Participants {
        if (lower.compareTo(higher) > 0) {
            throw new IllegalArgumentException(
                    "expected the lower id first, found %d before %d".formatted(lower.value(), higher.value()));
        }
    }

    public static Participants of(UserId one, UserId other) {
        return one.compareTo(other) <= 0 ? new Participants(one, other) : new Participants(other, one);
    }

    /** Whether this is a conversation with oneself. */
    public boolean areOne() {
        return lower.equals(higher);
    }

    public boolean include(UserId user) {
        return user.equals(lower) || user.equals(higher);
    }

    /**
     * The other participant; the user themselves in a conversation with oneself.
     *
     * @throws IllegalArgumentException if the user is no participant
     */
    public UserId peerOf(UserId user) {
        return sideOf(user) == Side.LOWER ? higher : lower;
    }

    /** @throws IllegalArgumentException if the user is no participant */
    public Side sideOf(UserId user) {
        if (user.equals(lower)) {
            return Side.LOWER;
        }
        if (user.equals(higher)) {
            return Side.HIGHER;
        }
        throw new IllegalArgumentException("user " + user.value() + " is no participant");
    }
}
