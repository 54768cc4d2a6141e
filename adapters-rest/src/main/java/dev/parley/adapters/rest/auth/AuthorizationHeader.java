package dev.parley.adapters.rest.auth;

import dev.parley.domain.shared.Text;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.StringTokenizer;
import org.jspecify.annotations.Nullable;

/** The content of an {@code Authorization} header, as far as it can be judged without a lookup. */
public sealed interface AuthorizationHeader {

    /** No header, an empty header, or a header of another scheme. */
    record Absent() implements AuthorizationHeader {}

    /** @param text the text after the scheme; it need not have the form of a token */
    record Presented(String text) implements AuthorizationHeader {}

    /** An accepted scheme, followed by text that cannot be a token. */
    record Malformed(Flaw flaw) implements AuthorizationHeader {}

    enum Flaw {
        NO_CREDENTIALS,
        SPACES,
        INVALID_CHARACTERS
    }

    /** Python's ASCII white space, at which the legacy API split the header. */
    String SPACES = " \t\n\r\f\u000B";

    /** @param schemes the accepted schemes in lower case; a client may write them in any case */
    static AuthorizationHeader read(@Nullable String header, Set<String> schemes) {
        List<String> parts = header == null ? List.of() : split(header);
        if (parts.isEmpty() || !schemes.contains(parts.getFirst().toLowerCase(Locale.ROOT))) {
            return new Absent();
        }
        return switch (parts.size()) {
            case 1 -> new Malformed(Flaw.NO_CREDENTIALS);
            case 2 -> presented(parts.getLast());
            default -> new Malformed(Flaw.SPACES);
        };
    }

    private static List<String> split(String header) {
        StringTokenizer parts =
                new StringTokenizer(header, SPACES); // not a regular expression: this runs for every request
        List<String> list = new ArrayList<>(2);
        while (parts.hasMoreTokens()) {
            list.add(parts.nextToken());
        }
        return list;
    }

    private static AuthorizationHeader presented(String text) {
        boolean printable = Text.isOnly(text, character -> character > ' ' && character < 0x7F);
        return printable ? new Presented(text) : new Malformed(Flaw.INVALID_CHARACTERS);
    }
}
