package dev.parley.adapters.rest.legacy;

import dev.parley.adapters.rest.legacy.field.CharField;
import dev.parley.adapters.rest.legacy.field.FieldErrors;
import dev.parley.adapters.rest.legacy.field.FieldMessages;
import dev.parley.adapters.rest.legacy.field.Submission;
import dev.parley.domain.user.Password;

/**
 * A log-in request. Lengths are not checked: passwords from before a rule change must still work, and an impossible
 * value is just a wrong one.
 *
 * @param username as the user typed it; need not be a valid name
 */
record LegacyLoginRequest(String username, Password password) {

    private static final CharField USERNAME = CharField.trimmed("username", FieldMessages::ofCharacters);
    private static final CharField PASSWORD = CharField.verbatim("password", FieldMessages::ofCharacters);

    /** @throws jakarta.ws.rs.WebApplicationException with a 400 that lists all errors */
    static LegacyLoginRequest read(Submission body) {
        Submission.Fields fields = body.fields();
        FieldErrors errors = new FieldErrors();
        String username = USERNAME.read(fields, errors);
        String password = PASSWORD.read(fields, errors);
        errors.refuseIfAny();
        return new LegacyLoginRequest(username, new Password(password));
    }
}
