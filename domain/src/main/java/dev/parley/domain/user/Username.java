package dev.parley.domain.user;

import dev.parley.domain.shared.Text;
import java.util.EnumSet;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Pattern;

/**
 * The name that a user chose: 1 to {@value #MAX_LENGTH} letters, numbers and {@code @ . + - _}.
 *
 * <p>Letters and numbers of every script count. Names are compared in Normalization Form C, as keyboards differ in how they
 * compose letters; case matters, and a name never changes. (The rules are the legacy API's, which had them from Django.)
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
        value = normalised(value);
        if (!isTombstone(value) && !flawsOf(value).isEmpty()) {
            throw new IllegalArgumentException("not a username: " + flawsOf(value));
        }
    }

    /** What is left of the name of an erased user: a tilde, which no chosen name can have, and the id. */
    public static Username ofErased(UserId user) {
        return new Username("~" + user.value());
    }

    /**
     * The name that {@code text} means: in Normalization Form C, unless only {@code text} itself is legal. (U+0958 is a letter, and
     * in that form a letter and a mark, which no name can have.)
     */
    public static String normalised(String text) {
        if (isTooLongInEveryForm(text)) {
            return text;
        }
        String composed = Text.composed(text, MAX_LENGTH);
        return isLegal(text) && !isLegal(composed) ? text : composed;
    }

    /** Everything that is wrong with {@code typed} as a name to choose, in the order of {@link Flaw}; empty if it is one. */
    public static Set<Flaw> flawsOf(String typed) {
        String text = normalised(typed);
        EnumSet<Flaw> flaws = EnumSet.noneOf(Flaw.class);
        if (Text.isBlank(text)) {
            flaws.add(Flaw.BLANK);
            return flaws;
        }
        if (!isLegal(text)) {
            flaws.add(Flaw.ILLEGAL_CHARACTER);
        }
        if (Text.length(text) > MAX_LENGTH) {
            flaws.add(Flaw.TOO_LONG);
        }
        return flaws;
    }

    /** The name or tombstone that {@code text} is; empty if it is none, and then no user can have it. */
    public static Optional<Username> parse(String text) {
        if (isTooLongInEveryForm(text)) {
            return Optional.empty();
        }
        return isTombstone(text) || flawsOf(text).isEmpty() ? Optional.of(new Username(text)) : Optional.empty();
    }

    /** Such a text is not read: a request may bring a megabyte of it. */
    private static boolean isTooLongInEveryForm(String text) {
        return Text.length(text) > MAX_LENGTH * Text.MOST_TO_ONE;
    }

    /** Whether it stands for somebody who is erased. */
    public boolean isTombstone() {
        return isTombstone(value);
    }

    private static boolean isTombstone(String text) {
        return text.startsWith("~") && TOMBSTONE.matcher(text).matches();
    }

    /**
     * The name without its differences of case: each letter in the lower case of its upper case, whatever the language, as
     * {@link String#equalsIgnoreCase} compares. So {@code i, I, ı} and {@code İ} are one letter, and a prefix stays a prefix.
     */
    public String folded() {
        return value.codePoints()
                .map(codePoint -> Character.toLowerCase(Character.toUpperCase(codePoint)))
                .collect(StringBuilder::new, StringBuilder::appendCodePoint, StringBuilder::append)
                .toString();
    }

    private static boolean isLegal(String text) {
        return Text.isOnly(text, Username::isLegal);
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
