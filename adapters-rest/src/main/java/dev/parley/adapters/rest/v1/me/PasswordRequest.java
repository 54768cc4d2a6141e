package dev.parley.adapters.rest.v1.me;

import dev.parley.adapters.rest.v1.field.FieldReader;
import dev.parley.adapters.rest.v1.field.JsonObject;
import dev.parley.adapters.rest.v1.field.TextRules;
import dev.parley.domain.user.Password;

/** A change of the password. The new one is validated before the current one is checked. */
record PasswordRequest(Password current, Password next) {

    static final String NEW = "new";

    /** @throws jakarta.ws.rs.WebApplicationException with a 422 that lists all errors */
    static PasswordRequest read(JsonObject body) {
        FieldReader fields = new FieldReader(body);
        String current = fields.required("current", TextRules.CREDENTIAL);
        String next = fields.required(NEW, TextRules.NEW_PASSWORD);
        fields.refuseIfAny();
        return new PasswordRequest(new Password(current), new Password(next));
    }
}
