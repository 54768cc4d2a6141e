package dev.parley.domain.user;

import dev.parley.domain.shared.Text;
import java.util.EnumSet;
import java.util.List;
import java.util.Set;

/**
 * A password as somebody typed it, good or bad; it never shows itself.
 *
 * <p>Nothing is trimmed. Keyboards differ in how they compose characters, so passwords are compared in a
 * {@link #normalised()} form, of which the length counts. Who sets a password asks for its {@link #flaws()} first; who checks
 * one does not, because a password of an earlier rule must keep working.
 */
public record Password(String value) {

    public static final int MIN_LENGTH = 8;

    /** Longer ones are refused before they are hashed, so that a huge one costs nothing. */
    public static final int MAX_LENGTH = 128;

    /** What can be wrong with a new password. */
    public enum Flaw {
        /** White space only, as Python's {@code str.strip()} has it; then there is no other flaw. */
        BLANK,
        TOO_SHORT,
        TOO_LONG,
        NUL,
        LONE_SURROGATE
    }

    /** Everything that is wrong with it as a new password, in the order of {@link Flaw}. */
    public Set<Flaw> flaws() {
        EnumSet<Flaw> flaws = EnumSet.noneOf(Flaw.class);
        if (Text.isBlank(value)) {
            flaws.add(Flaw.BLANK);
            return flaws;
        }
        int length = Text.length(normalised().value());
        if (length < MIN_LENGTH) {
            flaws.add(Flaw.TOO_SHORT);
        }
        if (length > MAX_LENGTH) {
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

    /** No user can have it in any form, so there is nothing to compare it with. */
    public boolean isTooLong() {
        return forms().stream().allMatch(form -> Text.length(form.value()) > MAX_LENGTH);
    }

    /**
     * As RFC 8265 prepares an OpaqueString: every space of Unicode is U+0020, and the text is in Normalization Form C. Of this form
     * new hashes are made. What is too long in every form stays as it is.
     */
    public Password normalised() {
        return Text.length(value) > MAX_LENGTH * Text.MOST_TO_ONE
                ? this
                : new Password(Text.composed(spaced(), MAX_LENGTH));
    }

    /** What a hash may have been made of: the normalised form first, and what was typed if that is another. */
    public List<Password> forms() {
        Password normalised = normalised();
        return normalised.equals(this) ? List.of(this) : List.of(normalised, this);
    }

    private String spaced() {
        return Text.replaced(value.codePoints(), Password::isOtherSpace, ' ');
    }

    private static boolean isOtherSpace(int codePoint) {
        return Character.getType(codePoint) == Character.SPACE_SEPARATOR;
    }

    @Override
    public String toString() {
        return "Password[redacted]";
    }
}
