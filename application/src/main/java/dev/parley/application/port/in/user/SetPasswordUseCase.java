package dev.parley.application.port.in.user;

import dev.parley.domain.user.Password;
import dev.parley.domain.user.Username;
import java.util.Set;

/** An operator sets the password of a user. All sessions of the user end. */
public interface SetPasswordUseCase {

    Result set(Command command);

    record Command(Username username, Password password) {}

    sealed interface Result {
        record Done(int closedSessions) implements Result {}

        record NoSuchUser() implements Result {}

        record WeakPassword(Set<Password.Flaw> flaws) implements Result {}
    }
}
