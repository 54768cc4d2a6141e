package dev.parley.adapters.rest.v1.user;

import dev.parley.adapters.rest.v1.field.FieldReader;
import dev.parley.adapters.rest.v1.field.JsonObject;
import dev.parley.adapters.rest.v1.field.TextRules;
import dev.parley.domain.user.Password;
import dev.parley.domain.user.Username;

record RegisterRequest(Username username, Password password) {

    static final String PASSWORD = "password";

    /** @throws jakarta.ws.rs.WebApplicationException with a 422 that lists all errors */
    static RegisterRequest read(JsonObject body) {
        FieldReader fields = new FieldReader(body);
        String username = fields.required("username", TextRules.USERNAME);
        String password = fields.required(PASSWORD, TextRules.NEW_PASSWORD);
        fields.refuseIfAny();
        return new RegisterRequest(new Username(username), new Password(password));
    }
}
