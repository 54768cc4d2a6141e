package dev.parley.application.port.in.user;

import dev.parley.domain.shared.Origin;
import dev.parley.domain.shared.SessionId;
import dev.parley.domain.user.Password;
import dev.parley.domain.user.UserId;
import java.util.Set;

/** A user who knows the password changes it. All their other sessions end. */
public interface ChangePasswordUseCase {

    Result change(Command command);

    /** @param inUse the session that the request uses, which stays open */
    record Command(UserId user, SessionId inUse, Password current, Password next, Origin origin) {}

    /** What came of it. */
    sealed interface Result {

        record Changed(int closedSessions) implements Result {}

        record WrongPassword() implements Result {}

        record WeakPassword(Set<Password.Flaw> flaws) implements Result {}
    }
}
