package dev.parley.adapters.rest.classic.field;

/** What a client submitted for one field. */
public sealed interface FieldValue {

    record Missing() implements FieldValue {}

    record Null() implements FieldValue {}

    /** A string, or a number as the string that the seed made of it. It never shows itself. */
    record Text(String text) implements FieldValue {

        @Override
        public String toString() {
            return "Text[redacted]";
        }
    }

    /** A boolean, a list or an object. */
    record NotText() implements FieldValue {}
}
