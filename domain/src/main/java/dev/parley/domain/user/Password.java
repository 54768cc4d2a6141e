package dev.parley.domain.user;

import dev.parley.domain.shared.Text;
import java.util.EnumSet;
import java.util.Set;

/**
 * A password as somebody typed it, good or bad; it never shows itself.
 *
 * <p>Nothing is trimmed or normalised. Who sets a password asks for its {@link #flaws()} first; who checks one does
 * not, because a password of an earlier rule must keep working.
 */
public record Password(String value) {

    public static final int MIN_LENGTH = 8;

    /** Longer ones are refused before they are hashed, so that a huge one costs nothing. */
    public static final int MAX_LENGTH = 128;

    /** What can be wrong with a new password. */
    public enum Flaw {
        TOO_SHORT,
        TOO_LONG,
        NUL,
        LONE_SURROGATE
    }

    /** Everything that is wrong with it as a new password, in the order of {@link Flaw}. */
    public Set<Flaw> flaws() {
        EnumSet<Flaw> flaws = EnumSet.noneOf(Flaw.class);
        if (Text.length(value) < MIN_LENGTH) {
            flaws.add(Flaw.TOO_SHORT);
        }
        if (isTooLong()) {
            flaws.add(Flaw.TOO_LONG);
        }
        if (Text.hasNul(value)) {
            flaws.add(Flaw.NUL);
        }
        if (Text.hasLoneSurrogate(value)) {
            flaws.add(Flaw.LONE_SURROGATE);
        }
        return flaws;
    }

    /** No user can have it, so there is nothing to compare it with. */
    public boolean isTooLong() {
        return Text.length(value) > MAX_LENGTH;
    }

    @Override
    public String toString() {
        return "Password[redacted]";
    }
}
