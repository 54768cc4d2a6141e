package dev.parley.adapters.rest.legacy.field;

import dev.parley.adapters.rest.legacy.python.PythonText;
import java.util.List;
import java.util.function.Function;

/**
 * A required text field.
 *
 * @param isTrimmed whether surrounding white space is removed first
 * @param rules returns all errors of a text that is not blank
 */
public record CharField(String name, boolean isTrimmed, Function<String, List<String>> rules) {

    public static CharField trimmed(String name, Function<String, List<String>> rules) {
        return new CharField(name, true, rules);
    }

    public static CharField verbatim(String name, Function<String, List<String>> rules) {
        return new CharField(name, false, rules);
    }

    /** @return the text, valid only if no error was added for this field */
    public String read(Submission.Fields fields, FieldErrors errors) {
        return switch (fields.value(name)) {
            case FieldValue.Missing() -> refuse("This field is required.", errors);
            case FieldValue.Null() -> refuse("This field may not be null.", errors);
            case FieldValue.NotText() -> refuse("Not a valid string.", errors);
            case FieldValue.Text(String text) -> check(text, errors);
        };
    }

    /** White space alone is blank, even where it is not trimmed. */
    private String check(String text, FieldErrors errors) {
        String stripped = PythonText.strip(text);
        if (stripped.isEmpty()) {
            return refuse(FieldMessages.BLANK, errors);
        }
        String read = isTrimmed ? stripped : text;
        errors.add(name, rules.apply(read));
        return read;
    }

    private String refuse(String error, FieldErrors errors) {
        errors.add(name, List.of(error));
        return "";
    }
}
