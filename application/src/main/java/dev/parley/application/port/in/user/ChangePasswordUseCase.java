package dev.parley.application.port.in.user;

import dev.parley.application.port.in.session.Caller;
import dev.parley.domain.shared.Origin;
import dev.parley.domain.user.Password;
import java.util.Set;

/** A user who knows the password changes it. All their other sessions end. */
public interface ChangePasswordUseCase {

    Result change(Command command);

    record Command(Caller caller, Password current, Password next, Origin origin) {}

    /** What came of it. */
    sealed interface Result {

        record Changed(int closedSessions) implements Result {}

        record WrongPassword() implements Result {}

        record WeakPassword(Set<Password.Flaw> flaws) implements Result {}
    }
}
