package dev.parley.domain.conversation;

import dev.parley.domain.user.UserId;

/**
 * The two people in a one-to-one conversation.
 *
 * <p>The pair has no direction: {@code of(a, b)} equals {@code of(b, a)}, so one unique key keeps one conversation per
 * pair. A note to oneself has the same user on both sides, and everything is counted on the lower side then.
 */
public record Participants(UserId lower, UserId higher) {

    /** Which of the two. */
    public enum Side {
        LOWER,
        HIGHER
    }

    public Participants {
        if (lower.compareTo(higher) > 0) {
            throw new IllegalArgumentException("participants are ordered: lower id first");
        }
    }

    public static Participants of(UserId one, UserId other) {
        return one.compareTo(other) <= 0 ? new Participants(one, other) : new Participants(other, one);
    }

    /** Whether it is somebody with themselves. */
    public boolean areOne() {
        return lower.equals(higher);
    }

    public boolean include(UserId user) {
        return user.equals(lower) || user.equals(higher);
    }

    /**
     * The other one; oneself in a note to oneself.
     *
     * @throws IllegalArgumentException if the user is neither
     */
    public UserId peerOf(UserId user) {
        return sideOf(user) == Side.LOWER ? higher : lower;
    }

    /** @throws IllegalArgumentException if the user is neither */
    public Side sideOf(UserId user) {
        if (user.equals(lower)) {
            return Side.LOWER;
        }
        if (user.equals(higher)) {
            return Side.HIGHER;
        }
        throw new IllegalArgumentException("user is not part of this conversation");
    }
}
