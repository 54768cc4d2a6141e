package dev.parley.adapters.rest.json;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.core.exc.StreamConstraintsException;
import com.fasterxml.jackson.core.io.JsonEOFException;
import java.util.List;

/**
 * Translates parser errors. The messages of the parser quote the body, which may contain a password, so only their
 * first words are used.
 */
final class ParseErrorMessage {

    static final String END = "Unexpected end of input";

    static final List<String> BEGINNINGS = List.of(
            "Unexpected character",
            "Unrecognized token",
            "Unrecognized character escape",
            "Illegal unquoted character",
            "Invalid numeric value",
            "Unexpected close marker");

    private ParseErrorMessage() {}

    static String of(JsonProcessingException e) {
        return switch (e) {
            case JsonEOFException end -> END;
            case StreamConstraintsException beyond -> "Nested too deeply or too long";
            default -> of(String.valueOf(e.getOriginalMessage()));
        };
    }

    private static String of(String message) {
        return BEGINNINGS.stream().filter(message::startsWith).findFirst().orElse("Malformed JSON");
    }
}
