package dev.parley.application.port.in.user;

import dev.parley.domain.limit.Quotas;
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

        /** The limits that apply to this attempt. */
        Quotas quotas();

        record Changed(int closedSessions, Quotas quotas) implements Result {

            public Changed(int closedSessions) {
                this(closedSessions, Quotas.NONE);
            }
        }

        record WrongPassword(Quotas quotas) implements Result {

            public WrongPassword() {
                this(Quotas.NONE);
            }
        }

        record WeakPassword(Set<Password.Flaw> flaws, Quotas quotas) implements Result {

            public WeakPassword(Set<Password.Flaw> flaws) {
                this(flaws, Quotas.NONE);
            }
        }

        /** Too many attempts: the password was not verified. */
        record Throttled(Quotas quotas) implements Result {}
    }
}
