package dev.parley.adapters.rest.v1.field;

/** The value of one field. */
public sealed interface JsonValue {

    /** A missing field or {@code null}, which mean the same. */
    record Absent() implements JsonValue {}

    /** A string, never a number. {@code toString} hides the text. */
    record Text(String text) implements JsonValue {

        @Override
        public String toString() {
            return "Text[redacted]";
        }
    }

    record Other() implements JsonValue {}
}
