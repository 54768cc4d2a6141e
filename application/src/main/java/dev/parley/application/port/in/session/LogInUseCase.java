package dev.parley.application.port.in.session;

import dev.parley.domain.session.DeviceName;
import dev.parley.domain.session.Session;
import dev.parley.domain.session.Token;
import dev.parley.domain.shared.Origin;
import dev.parley.domain.user.Password;
import java.util.Optional;

/** Opens a session for somebody who knows the password. */
public interface LogInUseCase {

    Result logIn(Command command);

    /** @param username as it was typed; it need not be a possible name */
    record Command(String username, Password password, Optional<DeviceName> device, Origin origin) {}

    /** What came of it. */
    sealed interface Result {

        /** @param token shown this once; only its digest is kept */
        record LoggedIn(Session session, Token token) implements Result {}

        /** No such user, or not the password: the caller cannot tell which, not even by the time that it took. */
        record InvalidCredentials() implements Result {}
    }
}
