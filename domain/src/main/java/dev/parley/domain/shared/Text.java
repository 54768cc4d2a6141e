package dev.parley.domain.shared;

import java.text.Normalizer;
import java.util.function.IntPredicate;
import java.util.stream.IntStream;

/**
 * Checks and conversions of text. Storable text has no NUL, which PostgreSQL rejects, and no lone surrogate, which UTF-8 cannot
 * encode. Lengths are in code points, as in Python, the language of the legacy API.
 */
public final class Text {

    public static final char NUL = '\0';

    public static final char REPLACEMENT = '\uFFFD';

    /** At most this many code points become one in Normalization Form C: a letter with three marks, such as U+1F82. */
    public static final int MOST_TO_ONE = 4;

    private Text() {}

    public static boolean hasNul(String text) {
        return text.indexOf(NUL) >= 0;
    }

    public static boolean hasLoneSurrogate(String text) {
        return hasSurrogate(text) && loneSurrogates(text).findAny().isPresent();
    }

    /** Whether there is any surrogate, paired or not: a fast check, since most text has none. */
    private static boolean hasSurrogate(String text) {
        for (int i = 0; i < text.length(); i++) {
            if (Character.isSurrogate(text.charAt(i))) {
                return true;
            }
        }
        return false;
    }

    /** The lone surrogates, in order. */
    public static IntStream loneSurrogates(String text) {
        return text.codePoints().filter(Text::isSurrogate);
    }

    public static int length(String text) {
        return text.codePointCount(0, text.length());
    }

    /** The length of the text in bytes of UTF-8. */
    public static long bytes(String text) {
        long sum = 0;
        for (int at = 0; at < text.length(); ) {
            int codePoint = text.codePointAt(at);
            sum += bytes(codePoint);
            at += Character.charCount(codePoint);
        }
        return sum;
    }

    private static long bytes(int codePoint) {
        if (codePoint < 0x80) {
            return 1;
        }
        if (codePoint < 0x800) {
            return 2;
        }
        return codePoint < Character.MIN_SUPPLEMENTARY_CODE_POINT ? 3 : 4;
    }

    public static boolean isBlank(String text) {
        return isOnly(text, Text::isSpace);
    }

    /** Whether every character is white space or otherwise invisible. */
    public static boolean isInvisible(String text) {
        return isOnly(text, InvisibleCharacters::contains);
    }

    /**
     * Whether the text has a control character (C0, DEL, C1) or a {@code Bidi_Control} character, which terminals and
     * renderers interpret instead of showing. Line breaks and tabs are control characters.
     */
    public static boolean hasControl(String text) {
        return !isOnly(text, codePoint -> !isControl(codePoint));
    }

    private static boolean isControl(int codePoint) {
        return Character.getType(codePoint) == Character.CONTROL
                || codePoint == 0x061C
                || (codePoint >= 0x200E && codePoint <= 0x200F)
                || (codePoint >= 0x202A && codePoint <= 0x202E)
                || (codePoint >= 0x2066 && codePoint <= 0x2069);
    }

    /** Whether the condition holds for every code point. It runs in every request, hence a loop instead of a stream. */
    public static boolean isOnly(String text, IntPredicate condition) {
        int at = 0;
        while (at < text.length()) {
            int codePoint = text.codePointAt(at);
            if (!condition.test(codePoint)) {
                return false;
            }
            at += Character.charCount(codePoint);
        }
        return true;
    }

    /** Whether it is Unicode white space, including no-break spaces and control characters that are white space. */
    public static boolean isSpace(int codePoint) {
        return Character.isWhitespace(codePoint) || Character.isSpaceChar(codePoint) || codePoint == '\u0085';
    }

    /**
     * {@code text} in Normalization Form C, which combines a letter and its marks into one code point where possible. Text that
     * exceeds {@code maxLength} in every form is returned unchanged, because normalising many marks is costly.
     *
     * @param maxLength maximum length of the normalised text, in code points
     */
    public static String composed(String text, int maxLength) {
        return length(text) > maxLength * MOST_TO_ONE ? text : Normalizer.normalize(text, Normalizer.Form.NFC);
    }

    /** {@code text} cut to {@code maxLength} code points, with each NUL and lone surrogate replaced by U+FFFD. */
    public static String storable(String text, int maxLength) {
        if (text.length() <= maxLength && !hasNul(text) && !hasSurrogate(text)) {
            return text;
        }
        return replaced(
                text.codePoints().limit(maxLength),
                codePoint -> codePoint == NUL || isSurrogate(codePoint),
                REPLACEMENT);
    }

    /** As {@link #storable}, with each {@linkplain #hasControl control character} replaced as well. */
    public static String printable(String text, int maxLength) {
        String storable = storable(text, maxLength);
        return hasControl(storable) ? replaced(storable.codePoints(), Text::isControl, REPLACEMENT) : storable;
    }

    /** The code points as text, with {@code other} in place of each unwanted one. */
    public static String replaced(IntStream codePoints, IntPredicate unwanted, int other) {
        return codePoints
                .map(codePoint -> unwanted.test(codePoint) ? other : codePoint)
                .collect(StringBuilder::new, StringBuilder::appendCodePoint, StringBuilder::append)
                .toString();
    }

    private static boolean isSurrogate(int codePoint) {
        return codePoint >= Character.MIN_SURROGATE && codePoint <= Character.MAX_SURROGATE;
    }
}
