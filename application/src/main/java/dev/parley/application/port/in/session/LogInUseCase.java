package dev.parley.application.port.in.session;

import dev.parley.domain.session.DeviceName;
import dev.parley.domain.session.Session;
import dev.parley.domain.session.Token;
import dev.parley.domain.shared.Origin;
import dev.parley.domain.user.Password;
import dev.parley.domain.user.Username;
import java.util.Optional;

/** Opens a session for a user who sends the correct password. */
public interface LogInUseCase {

    Result logIn(Command command);

    /** @param username as typed, then {@linkplain Username#normalised normalised}; it may be an invalid name */
    record Command(String username, Password password, Optional<DeviceName> device, Origin origin) {

        /** Normalises the name, so that rate limits count all spellings of it together. */
        public Command {
            username = Username.normalised(username);
        }
    }

    sealed interface Result {

        /** @param token returned only here; only its digest is stored */
        record LoggedIn(Session session, Token token) implements Result {}

        /** Unknown user or wrong password; the client cannot tell which, not even from the response time. */
        record InvalidCredentials() implements Result {}
    }
}
