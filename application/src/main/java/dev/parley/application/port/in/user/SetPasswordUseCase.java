package dev.parley.application.port.in.user;

import dev.parley.domain.user.Password;
import dev.parley.domain.user.Username;
import java.util.Set;

/** An operator gives a user a new password. Every session of the user ends. */
public interface SetPasswordUseCase {

    Result set(Command command);

    record Command(Username username, Password password) {}

    /** What came of it. */
    sealed interface Result {
        record Done(int closedSessions) implements Result {}

        record NoSuchUser() implements Result {}

        record WeakPassword(Set<Password.Flaw> flaws) implements Result {}
    }
}
