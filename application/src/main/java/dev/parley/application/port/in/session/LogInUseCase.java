package dev.parley.application.port.in.session;

import dev.parley.domain.limit.Quotas;
import dev.parley.domain.session.DeviceName;
import dev.parley.domain.session.Session;
import dev.parley.domain.session.Token;
import dev.parley.domain.shared.Origin;
import dev.parley.domain.user.Password;
import dev.parley.domain.user.Username;
import java.util.Optional;

/** Opens a session for somebody who knows the password. */
public interface LogInUseCase {

    Result logIn(Command command);

    /** @param username as it was typed, but {@link Username#normalised normalised}; it need not be a possible name */
    record Command(String username, Password password, Optional<DeviceName> device, Origin origin) {

        /** However the name is composed, its attempts count together. */
        public Command {
            username = Username.normalised(username);
        }
    }

    /** What came of it. */
    sealed interface Result {

        /** What whoever tried has left to try. */
        Quotas quotas();

        /** @param token shown this once; only its digest is kept */
        record LoggedIn(Session session, Token token, Quotas quotas) implements Result {

            public LoggedIn(Session session, Token token) {
                this(session, token, Quotas.NONE);
            }
        }

        /** No such user, or not the password: the caller cannot tell which, not even by the time that it took. */
        record InvalidCredentials(Quotas quotas) implements Result {

            public InvalidCredentials() {
                this(Quotas.NONE);
            }
        }

        /** Too many attempts: nothing was looked at. It says the same whether or not there is such a user. */
        record Throttled(Quotas quotas) implements Result {}
    }
}
