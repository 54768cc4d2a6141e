package dev.parley.adapters.rest.classic;

import dev.parley.adapters.rest.classic.field.CharField;
import dev.parley.adapters.rest.classic.field.FieldErrors;
import dev.parley.adapters.rest.classic.field.Submission;
import dev.parley.adapters.rest.classic.field.Wording;
import dev.parley.domain.user.Password;

/**
 * Who says to be whom. No lengths are checked: a password of an earlier rule must keep working, and whatever nobody can
 * have is simply wrong.
 *
 * @param username as it was typed; it need not be a possible name
 */
record LoginRequest(String username, Password password) {

    private static final CharField USERNAME = CharField.trimmed("username", Wording::ofCharacters);
    private static final CharField PASSWORD = CharField.verbatim("password", Wording::ofCharacters);

    /** @throws jakarta.ws.rs.WebApplicationException with a 400 that says all that is wrong */
    static LoginRequest read(Submission body) {
        Submission.Fields fields = body.fields();
        FieldErrors errors = new FieldErrors();
        String username = USERNAME.read(fields, errors);
        String password = PASSWORD.read(fields, errors);
        errors.refuseIfAny();
        return new LoginRequest(username, new Password(password));
    }
}
