package dev.parley.application.port.in.user;

import dev.parley.domain.shared.Origin;
import dev.parley.domain.shared.SessionId;
import dev.parley.domain.user.Password;
import dev.parley.domain.user.UserId;
import java.util.Set;

/** A user changes their password, given the current one. All their other sessions end. */
public interface ChangePasswordUseCase {

    Result change(Command command);

    /** @param inUse the session of the request, which stays open */
    record Command(UserId user, SessionId inUse, Password current, Password next, Origin origin) {}

    sealed interface Result {

        record Changed(int closedSessions) implements Result {}

        record WrongPassword() implements Result {}

        record WeakPassword(Set<Password.Flaw> flaws) implements Result {}
    }
}
