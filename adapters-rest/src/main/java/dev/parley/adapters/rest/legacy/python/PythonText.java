package dev.parley.adapters.rest.legacy.python;

import dev.parley.domain.shared.Text;

/** Methods of Python's {@code str}. */
public final class PythonText {

    private PythonText() {}

    /** Removes surrounding white space, including that of Unicode. */
    public static String strip(String text) {
        int start = 0;
        int end = text.length();
        while (start < end && Text.isSpace(text.codePointAt(start))) {
            start += Character.charCount(text.codePointAt(start));
        }
        while (end > start && Text.isSpace(text.codePointBefore(end))) {
            end -= Character.charCount(text.codePointBefore(end));
        }
        return text.substring(start, end);
    }
}
