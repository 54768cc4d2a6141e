package dev.parley.adapters.rest.v1.session;

import dev.parley.adapters.rest.v1.field.FieldReader;
import dev.parley.adapters.rest.v1.field.JsonObject;
import dev.parley.adapters.rest.v1.field.TextRules;
import dev.parley.domain.session.DeviceName;
import dev.parley.domain.user.Password;
import java.util.Optional;

/**
 * A login.
 *
 * @param username as entered; it may be no valid name
 */
record LoginRequest(String username, Password password, Optional<DeviceName> device) {

    /** @throws jakarta.ws.rs.WebApplicationException with a 422 that lists all errors */
    static LoginRequest read(JsonObject body) {
        FieldReader fields = new FieldReader(body);
        String username = fields.required("username", TextRules.CREDENTIAL);
        String password = fields.required("password", TextRules.CREDENTIAL);
        Optional<String> device = fields.optional("device_name", TextRules.DEVICE_NAME);
        fields.refuseIfAny();
        return new LoginRequest(username, new Password(password), device.map(DeviceName::new));
    }
}
