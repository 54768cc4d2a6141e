package dev.parley.bootstrap.command;

import java.util.Locale;
import java.util.regex.Pattern;
import java.util.stream.Collectors;

/**
 * Characters that control a terminal or reorder its text: controls of both ranges, line separators, directions and invisible
 * characters. Values from clients may have any of them.
 */
final class Unprintable {

    private static final Pattern CHARACTERS = Pattern.compile("[\\p{Cc}\\p{Cf}\\p{Zl}\\p{Zp}\\p{Cs}]");

    private Unprintable() {}

    /** Replaces each with a question mark. */
    static String masked(String text) {
        return CHARACTERS.matcher(text).replaceAll("?");
    }

    /** Replaces each with its JSON escape. In JSON they occur within strings only. */
    static String escaped(String json) {
        return CHARACTERS
                .matcher(json)
                .replaceAll(found -> found.group()
                        .chars()
                        .mapToObj(unit -> String.format(Locale.ROOT, "\\\\u%04x", unit))
                        .collect(Collectors.joining()));
    }
}
