package dev.parley.adapters.rest.legacy;

import dev.parley.adapters.rest.legacy.field.CharField;
import dev.parley.adapters.rest.legacy.field.FieldErrors;
import dev.parley.adapters.rest.legacy.field.FieldMessages;
import dev.parley.adapters.rest.legacy.field.Submission;
import dev.parley.domain.user.Password;
import dev.parley.domain.user.Username;
import java.util.function.Predicate;

/** A registration request. */
record LegacyRegisterRequest(Username username, Password password) {

    static final String USERNAME = "username";
    static final String PASSWORD = "password";

    private static final CharField PASSWORD_FIELD = CharField.verbatim(PASSWORD, FieldMessages::ofNewPassword);

    /**
     * @param isTaken whether a name is in use or reserved
     * @throws jakarta.ws.rs.WebApplicationException with a 400 that lists all errors
     */
    static LegacyRegisterRequest read(Submission body, Predicate<String> isTaken) {
        Submission.Fields fields = body.fields();
        FieldErrors errors = new FieldErrors();
        String username = CharField.trimmed(USERNAME, text -> FieldMessages.ofUsername(text, isTaken.test(text)))
                .read(fields, errors);
        String password = PASSWORD_FIELD.read(fields, errors);
        errors.refuseIfAny();
        return new LegacyRegisterRequest(new Username(username), new Password(password));
    }
}
