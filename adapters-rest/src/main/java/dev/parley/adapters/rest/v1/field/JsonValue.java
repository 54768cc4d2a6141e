package dev.parley.adapters.rest.v1.field;

/** What a client sent for one field. */
public sealed interface JsonValue {

    /** Nothing, or {@code null}, which says the same. */
    record Absent() implements JsonValue {}

    /** A string; a number is none. It never shows itself. */
    record Text(String text) implements JsonValue {

        @Override
        public String toString() {
            return "Text[redacted]";
        }
    }

    /** A number, a boolean, a list or an object. */
    record Other() implements JsonValue {}
}
