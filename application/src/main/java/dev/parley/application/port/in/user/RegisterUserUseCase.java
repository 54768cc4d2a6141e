package dev.parley.application.port.in.user;

import dev.parley.domain.shared.Origin;
import dev.parley.domain.user.NameComparison;
import dev.parley.domain.user.Password;
import dev.parley.domain.user.User;
import dev.parley.domain.user.Username;
import java.util.Set;

/** Registers a new user. */
public interface RegisterUserUseCase {

    Result register(Command command);

    /** @param comparison how the name is compared with the names that users have or had */
    record Command(Username username, Password password, Origin origin, NameComparison comparison) {

        /** A registration by the legacy API, which compares names exactly. */
        public Command(Username username, Password password, Origin origin) {
            this(username, password, origin, NameComparison.EXACT);
        }
    }

    sealed interface Result {

        record Registered(User user) implements Result {}

        /** Also returned if a concurrent registration takes the name first. */
        record UsernameTaken() implements Result {}

        record WeakPassword(Set<Password.Flaw> flaws) implements Result {}
    }
}
