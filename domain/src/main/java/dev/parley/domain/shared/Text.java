package dev.parley.domain.shared;

import java.util.function.IntPredicate;
import java.util.stream.IntStream;

/**
 * What makes a string text that every store and every client can hold: no NUL (PostgreSQL refuses it) and no half of a
 * surrogate pair (UTF-8 cannot say it). Lengths are counted in code points, as people and Python count them.
 */
public interface Text {

    char NUL = '\0';

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

    /** {@code text} cut to {@code maxLength} code points, with a replacement character for each that cannot be kept. */
    static String storable(String text, int maxLength) {
        if (text.length() <= maxLength && !hasNul(text) && !hasSurrogate(text)) {
            return text;
        }
        return text.codePoints()
                .limit(maxLength)
                .map(codePoint -> codePoint == NUL || isSurrogate(codePoint) ? '\uFFFD' : codePoint)
                .collect(StringBuilder::new, StringBuilder::appendCodePoint, StringBuilder::append)
                .toString();
    }

    private static boolean isSurrogate(int codePoint) {
        return codePoint >= Character.MIN_SURROGATE && codePoint <= Character.MAX_SURROGATE;
    }
}
