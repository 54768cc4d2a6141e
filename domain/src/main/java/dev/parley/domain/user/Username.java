package dev.parley.domain.user;

import dev.parley.domain.shared.Text;
import java.util.EnumSet;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Pattern;

/**
 * The name that a user chose: 1 to {@value #MAX_LENGTH} letters, numbers and {@code @ . + - _}.
 *
 * <p>Letters and numbers of every script count. Names are compared as they were typed: case matters, nothing is
 * normalised, and a name never changes. (The rules are the seed's, which had them from Django.)
 *
 * <p>Users choose their names, so the names may all have one hash. Maps keep such keys in a tree by their order.
 *
 * <p>Whoever had their account erased is known by a {@link #ofErased tombstone}, which nobody can choose.
 */
public record Username(String value) implements Comparable<Username> {

    public static final int MAX_LENGTH = 150;

    private static final Pattern TOMBSTONE = Pattern.compile("~[1-9][0-9]{0,18}");

    /** What can be wrong with a name. */
    public enum Flaw {
        BLANK,
        ILLEGAL_CHARACTER,
        TOO_LONG
    }

    public Username {
        if (!isTombstone(value) && !flawsOf(value).isEmpty()) {
            throw new IllegalArgumentException("not a username: " + flawsOf(value));
        }
    }

    /** What is left of the name of an erased user: a tilde, which no chosen name can have, and the id. */
    public static Username ofErased(UserId user) {
        return new Username("~" + user.value());
    }

    /** Everything that is wrong with {@code text} as a name to choose, in the order of {@link Flaw}; empty if it is one. */
    public static Set<Flaw> flawsOf(String text) {
        EnumSet<Flaw> flaws = EnumSet.noneOf(Flaw.class);
        if (Text.isBlank(text)) {
            flaws.add(Flaw.BLANK);
            return flaws;
        }
        if (!Text.isOnly(text, Username::isLegal)) {
            flaws.add(Flaw.ILLEGAL_CHARACTER);
        }
        if (Text.length(text) > MAX_LENGTH) {
            flaws.add(Flaw.TOO_LONG);
        }
        return flaws;
    }

    /** The name or tombstone that {@code text} is; empty if it is none, and then no user can have it. */
    public static Optional<Username> parse(String text) {
        return isTombstone(text) || flawsOf(text).isEmpty() ? Optional.of(new Username(text)) : Optional.empty();
    }

    /** Whether it stands for somebody who is erased. */
    public boolean isTombstone() {
        return isTombstone(value);
    }

    private static boolean isTombstone(String text) {
        return text.startsWith("~") && TOMBSTONE.matcher(text).matches();
    }

    private static boolean isLegal(int codePoint) {
        return Character.isLetter(codePoint) || isNumber(codePoint) || "@.+-_".indexOf(codePoint) >= 0;
    }

    private static boolean isNumber(int codePoint) {
        return switch (Character.getType(codePoint)) {
            case Character.DECIMAL_DIGIT_NUMBER, Character.LETTER_NUMBER, Character.OTHER_NUMBER -> true;
            default -> false;
        };
    }

    @Override
    public int compareTo(Username other) {
        return value.compareTo(other.value);
    }

    @Override
    public String toString() {
        return value;
    }
}
