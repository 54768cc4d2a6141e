package dev.parley.domain.user;

import dev.parley.domain.shared.Text;
import java.util.EnumSet;
import java.util.List;
import java.util.Set;

/**
 * A password as typed, valid or not; {@link #toString()} is redacted.
 *
 * <p>Nothing is trimmed. Keyboards differ in how they compose characters, so passwords are compared in their
 * {@link #normalised()} form, and limits apply to its length. Check {@link #flaws()} when a password is set, but not when it is
 * verified: passwords set under earlier rules must keep working.
 */
public record Password(String value) {

    public static final int MIN_LENGTH = 8;

    /** Longer passwords are rejected before hashing, so that a huge one costs nothing. */
    public static final int MAX_LENGTH = 128;

    /** The reasons to reject a new password. */
    public enum Flaw {
        /** Only white space, as defined by Python's {@code str.strip()}; reported without other flaws. */
        BLANK,
        TOO_SHORT,
        TOO_LONG,
        NUL,
        LONE_SURROGATE
    }

    /** All flaws of this password as a new one, in the order of {@link Flaw}. */
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

    /** Whether it exceeds the maximum length in every form, so that no user can have this password. */
    public boolean isTooLong() {
        return forms().stream().allMatch(form -> Text.length(form.value()) > MAX_LENGTH);
    }

    /**
     * The OpaqueString form of RFC 8265: each Unicode space becomes U+0020, and the text is in Normalization Form C. New hashes
     * are made of this form. A password that is too long in every form is returned unchanged.
     */
    public Password normalised() {
        return Text.length(value) > MAX_LENGTH * Text.MOST_TO_ONE
                ? this
                : new Password(Text.composed(spaced(), MAX_LENGTH));
    }

    /** The forms that an existing hash may be made of: the normalised one and, if different, the typed one. */
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
