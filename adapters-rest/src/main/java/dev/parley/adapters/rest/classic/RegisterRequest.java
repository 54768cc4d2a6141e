package dev.parley.adapters.rest.classic;

import dev.parley.adapters.rest.classic.field.CharField;
import dev.parley.adapters.rest.classic.field.FieldErrors;
import dev.parley.adapters.rest.classic.field.Submission;
import dev.parley.adapters.rest.classic.field.Wording;
import dev.parley.domain.user.Password;
import dev.parley.domain.user.Username;
import java.util.function.Predicate;

/** Who wants to be let in. */
record RegisterRequest(Username username, Password password) {

    static final String USERNAME = "username";
    static final String PASSWORD = "password";

    private static final CharField PASSWORD_FIELD = CharField.verbatim(PASSWORD, Wording::ofNewPassword);

    /**
     * @param isTaken whether nobody can have a name any more
     * @throws jakarta.ws.rs.WebApplicationException with a 400 that says all that is wrong
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
