package dev.parley.adapters.rest.classic;

import dev.parley.adapters.rest.classic.field.CharField;
import dev.parley.adapters.rest.classic.field.FieldErrors;
import dev.parley.adapters.rest.classic.field.Submission;
import dev.parley.adapters.rest.classic.field.Wording;
import dev.parley.domain.user.Password;
import dev.parley.domain.user.Username;
import java.util.function.Predicate;

/** A registration request. */
record RegisterRequest(Username username, Password password) {

    static final String USERNAME = "username";
    static final String PASSWORD = "password";

    private static final CharField PASSWORD_FIELD = CharField.verbatim(PASSWORD, Wording::ofNewPassword);

    /**
     * @param isTaken whether a name is in use or reserved
     * @throws jakarta.ws.rs.WebApplicationException with a 400 that lists all errors
     */
    static RegisterRequest read(Submission body, Predicate<String> isTaken) {
        Submission.Fields fields = body.fields();
        FieldErrors errors = new FieldErrors();
        String username = CharField.trimmed(USERNAME, text -> Wording.ofUsername(text, isTaken.test(text)))
                .read(fields, errors);
        String password = PASSWORD_FIELD.read(fields, errors);
        errors.refuseIfAny();
        return new RegisterRequest(new Username(username), new Password(password));
    }
}
