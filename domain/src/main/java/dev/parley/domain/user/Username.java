package dev.parley.domain.user;

import dev.parley.domain.shared.Text;
import java.util.EnumSet;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Pattern;

/**
 * The name that a user chose: 1 to {@value #MAX_LENGTH} letters, numbers and {@code @ . + - _}.
 *
 * <p>Letters and numbers of every script are allowed. Names are compared in Normalization Form C, because keyboards differ in
 * how they compose letters. Case matters, and a name never changes. The rules come from the legacy API, a Django service.
 *
 * <p>It is comparable because an attacker can choose many names with the same hash code. A hash map keeps comparable keys that
 * collide in a tree.
 *
 * <p>Erased users have a {@linkplain #ofErased tombstone} as their name, which no user can choose.
 */
public record Username(String value) implements Comparable<Username> {

    public static final int MAX_LENGTH = 150;

    private static final Pattern TOMBSTONE = Pattern.compile("~[1-9][0-9]{0,18}");

    /** The reasons to reject a name. */
    public enum Flaw {
        BLANK,
        ILLEGAL_CHARACTER,
        TOO_LONG
    }

    public Username {
        value = normalised(value);
        if (!isTombstone(value) && !flawsOf(value).isEmpty()) {
            throw new IllegalArgumentException("invalid username: " + flawsOf(value));
        }
    }

    /** The tombstone of an erased user: a tilde, which no chosen name can contain, and the id. */
    public static Username ofErased(UserId user) {
        return new Username("~" + user.value());
    }

    /**
     * {@code text} in Normalization Form C, unless only {@code text} itself is legal. For example, U+0958 is a letter, but
     * becomes a letter and a mark in that form, and marks are not allowed.
     */
    public static String normalised(String text) {
        if (isTooLongInEveryForm(text)) {
            return text;
        }
        String composed = Text.composed(text, MAX_LENGTH);
        return isLegal(text) && !isLegal(composed) ? text : composed;
    }

    /** All flaws of {@code typed} as a new name, in the order of {@link Flaw}; empty if it is valid. */
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

    /** The name or tombstone in {@code text}; empty if it is neither, so no user can have it. */
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

    /** Whether this is the name of an erased user. */
    public boolean isTombstone() {
        return isTombstone(value);
    }

    private static boolean isTombstone(String text) {
        return text.startsWith("~") && TOMBSTONE.matcher(text).matches();
    }

    /**
     * The case-folded name: each letter is converted to upper and then to lower case, independent of locale, as
     * {@link String#equalsIgnoreCase} does. So {@code i, I, ı} and {@code İ} are the same letter, and a prefix stays a prefix.
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
