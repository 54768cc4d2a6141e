package dev.parley.adapters.rest.uri;

import java.io.ByteArrayOutputStream;
import java.nio.charset.StandardCharsets;

/** Percent-encoding as in Python's {@code urllib}: decoding never fails, encoding uses upper case. */
public final class PercentCoding {

    /** The characters that Django does not encode in a path. */
    public static final String SAFE_IN_PATH = "/:@&+$,;=-_.!~*'()";

    /** The characters that Python does not encode in a query. */
    public static final String SAFE_IN_QUERY = "_.-~";

    private PercentCoding() {}

    /** Keeps invalid escapes as they are, and decodes invalid UTF-8 to U+FFFD. */
    public static String decode(String text) {
        return text.indexOf('%') < 0 ? text : decoded(text);
    }

    private static String decoded(String text) {
        ByteArrayOutputStream bytes = new ByteArrayOutputStream(text.length());
        for (int i = 0; i < text.length(); ) {
            if (isEncoded(text, i)) {
                bytes.write(Integer.parseInt(text, i + 1, i + 3, 16));
                i += 3;
            } else {
                int codePoint = text.codePointAt(i);
                bytes.writeBytes(Character.toString(codePoint).getBytes(StandardCharsets.UTF_8));
                i += Character.charCount(codePoint);
            }
        }
        return bytes.toString(StandardCharsets.UTF_8);
    }

    private static boolean isEncoded(String text, int at) {
        return text.charAt(at) == '%'
                && at + 2 < text.length()
                && isHexDigit(text.charAt(at + 1))
                && isHexDigit(text.charAt(at + 2));
    }

    private static boolean isHexDigit(char character) {
        return character < 0x80 && Character.digit(character, 16) >= 0;
    }

    /** Does not encode ASCII letters, digits and the {@code safe} characters. */
    public static String encode(String text, String safe) {
        StringBuilder encoded = new StringBuilder(text.length());
        for (byte octet : text.getBytes(StandardCharsets.UTF_8)) {
            char character = (char) (octet & 0xFF);
            if (isAsciiLetterOrDigit(character) || safe.indexOf(character) >= 0) {
                encoded.append(character);
            } else {
                encoded.append('%').append(hex(octet >> 4)).append(hex(octet));
            }
        }
        return encoded.toString();
    }

    private static boolean isAsciiLetterOrDigit(char character) {
        return character < 0x80 && Character.isLetterOrDigit(character);
    }

    private static char hex(int value) {
        return "0123456789ABCDEF".charAt(value & 0xF);
    }
}
