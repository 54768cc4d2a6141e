package dev.parley.domain.shared;

import java.text.Normalizer;
import java.util.function.IntPredicate;
import java.util.stream.IntStream;

/**
 * What makes a string text that every store and every client can hold: no NUL (PostgreSQL refuses it) and no half of a
 * surrogate pair (UTF-8 cannot say it). Lengths are counted in code points, as people and Python count them.
 */
public interface Text {

    char NUL = '\0';

    char REPLACEMENT = '\uFFFD';

    /** No more code points than this become one in Normalization Form C: a letter with three marks, as U+1F82. */
    int MOST_TO_ONE = 4;

    static boolean hasNul(String text) {
        return text.indexOf(NUL) >= 0;
    }

    static boolean hasLoneSurrogate(String text) {
        return hasSurrogate(text) && loneSurrogates(text).findAny().isPresent();
    }

    /** Half of a pair or a whole one: hardly any text has either, and that is quickly seen. */
    private static boolean hasSurrogate(String text) {
        for (int i = 0; i < text.length(); i++) {
            if (Character.isSurrogate(text.charAt(i))) {
                return true;
            }
        }
        return false;
    }

    /** The code points that are half of a pair, in their order. */
    static IntStream loneSurrogates(String text) {
        return text.codePoints().filter(Text::isSurrogate);
    }

    static int length(String text) {
        return text.codePointCount(0, text.length());
    }

    /** How many bytes of UTF-8 it is. */
    static long bytes(String text) {
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

    static boolean isBlank(String text) {
        return isOnly(text, Text::isSpace);
    }

    /** Whether a reader sees nothing of it: {@link #isBlank blank}, or nothing but characters without a glyph. */
    static boolean isInvisible(String text) {
        return isOnly(text, InvisibleCharacters::contains);
    }

    /**
     * Whether it has a character that a terminal or a renderer obeys instead of showing it: a control character (C0, DEL, C1)
     * or one that Unicode calls {@code Bidi_Control}. Line breaks and tabs are among them.
     */
    static boolean hasControl(String text) {
        return !isOnly(text, codePoint -> !isControl(codePoint));
    }

    private static boolean isControl(int codePoint) {
        return Character.getType(codePoint) == Character.CONTROL
                || codePoint == 0x061C
                || (codePoint >= 0x200E && codePoint <= 0x200F)
                || (codePoint >= 0x202A && codePoint <= 0x202E)
                || (codePoint >= 0x2066 && codePoint <= 0x2069);
    }

    /** Whether the condition holds for every code point. A loop and no stream: some are looked at with every request. */
    static boolean isOnly(String text, IntPredicate condition) {
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

    /** White space as Unicode has it, the no-break spaces and the control characters among it included. */
    static boolean isSpace(int codePoint) {
        return Character.isWhitespace(codePoint) || Character.isSpaceChar(codePoint) || codePoint == '\u0085';
    }

    /**
     * {@code text} in Normalization Form C, in which characters that are typed as a letter and its marks are one code point where
     * there is one. Text that is too long in every form is returned as it is, because reordering many marks is costly.
     *
     * @param maxLength in code points, of the normalised text
     */
    static String composed(String text, int maxLength) {
        return length(text) > maxLength * MOST_TO_ONE ? text : Normalizer.normalize(text, Normalizer.Form.NFC);
    }

    /** {@code text} cut to {@code maxLength} code points, with a replacement character for each that cannot be kept. */
    static String storable(String text, int maxLength) {
        if (text.length() <= maxLength && !hasNul(text) && !hasSurrogate(text)) {
            return text;
        }
        return replaced(
                text.codePoints().limit(maxLength),
                codePoint -> codePoint == NUL || isSurrogate(codePoint),
                REPLACEMENT);
    }

    /** As {@link #storable}, with a replacement character also for each {@link #hasControl control}. */
    static String printable(String text, int maxLength) {
        String storable = storable(text, maxLength);
        return hasControl(storable) ? replaced(storable.codePoints(), Text::isControl, REPLACEMENT) : storable;
    }

    /** The code points as a text, with {@code other} for each that is unwanted. */
    static String replaced(IntStream codePoints, IntPredicate unwanted, int other) {
        return codePoints
                .map(codePoint -> unwanted.test(codePoint) ? other : codePoint)
                .collect(StringBuilder::new, StringBuilder::appendCodePoint, StringBuilder::append)
                .toString();
    }

    private static boolean isSurrogate(int codePoint) {
        return codePoint >= Character.MIN_SURROGATE && codePoint <= Character.MAX_SURROGATE;
    }
}
