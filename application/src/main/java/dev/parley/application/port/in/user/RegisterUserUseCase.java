package dev.parley.application.port.in.user;

import dev.parley.domain.shared.Origin;
import dev.parley.domain.user.Password;
import dev.parley.domain.user.User;
import dev.parley.domain.user.Username;
import java.util.Set;

/** Lets somebody in for the first time. */
public interface RegisterUserUseCase {

    Result register(Command command);

    record Command(Username username, Password password, Origin origin) {}

    /** What came of it. */
    sealed interface Result {
        record Registered(User user) implements Result {}

        /** Also when two asked for the name at the same time and the other was faster. */
        record UsernameTaken() implements Result {}

        record WeakPassword(Set<Password.Flaw> flaws) implements Result {}
    }
}
