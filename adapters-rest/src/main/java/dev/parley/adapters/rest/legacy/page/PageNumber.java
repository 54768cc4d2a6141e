package dev.parley.adapters.rest.legacy.page;

import dev.parley.adapters.rest.legacy.python.PythonText;
import dev.parley.application.port.in.conversation.ReadHistoryUseCase.PageChoice;
import java.util.Optional;
import java.util.regex.Pattern;

/** Parses a page number as Python's {@code int()} does. */
public final class PageNumber {

    public static final String LAST = "last";

    public static final Pattern INTEGER = Pattern.compile("[+-]?\\p{Nd}+(_\\p{Nd}+)*");

    private PageNumber() {}

    /** @return empty if the text is not a number, or beyond the range of a page number */
    public static Optional<PageChoice> parse(String text) {
        if (text.equals(LAST)) {
            return Optional.of(new PageChoice.Last());
        }
        String trimmed = PythonText.strip(text);
        return INTEGER.matcher(trimmed).matches() ? numbered(inAscii(trimmed)) : Optional.empty();
    }

    /** Converts digits of any script to ASCII, and removes underscores. */
    private static String inAscii(String integer) {
        return integer.codePoints()
                .filter(codePoint -> codePoint != '_')
                .map(codePoint -> Character.isDigit(codePoint) ? '0' + Character.digit(codePoint, 10) : codePoint)
                .collect(StringBuilder::new, StringBuilder::appendCodePoint, StringBuilder::append)
                .toString();
    }

    private static Optional<PageChoice> numbered(String digits) {
        try {
            return Optional.of(new PageChoice.Numbered(Long.parseLong(digits)));
        } catch (NumberFormatException e) {
            return Optional.empty();
        }
    }
}
