package dev.parley.domain.shared;

/** Numbers and sums as text, in lower case. A loop and no pattern: some are read with every request. */
public interface Hex {

    /** Whether the text is so many digits. */
    static boolean isOf(int digits, String text) {
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
