package dev.parley.adapters.rest.legacy.field;

/** The submitted value of one field. */
public sealed interface FieldValue {

    record Missing() implements FieldValue {}

    record Null() implements FieldValue {}

    /** A string, or a number converted to a string as the legacy API did. {@code toString} hides the text. */
    record Text(String text) implements FieldValue {

        @Override
        public String toString() {
            return "Text[redacted]";
        }
    }

    record NotText() implements FieldValue {}
}
