package dev.parley.domain.shared;

/** Lower-case hexadecimal text. It is checked in every request, hence a loop instead of a regular expression. */
public final class Hex {

    private Hex() {}

    /** Whether the text consists of exactly {@code digits} lower-case hex digits. */
    public static boolean isOf(int digits, String text) {
        if (text.length() != digits) {
            return false;
        }
        for (int i = 0; i < digits; i++) {
            if (!isDigit(text.charAt(i))) {
                return false;
            }
        }
        return true;
    }

    private static boolean isDigit(char character) {
        return (character >= '0' && character <= '9') || (character >= 'a' && character <= 'f');
    }
}
