package dev.parley.adapters.rest.classic.python;

import dev.parley.domain.shared.Text;

/** Methods of Python's {@code str}. */
public interface PythonText {

    /** Removes surrounding white space, including that of Unicode. */
    static String strip(String text) {
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
