package dev.parley.application.port.in.user;

import dev.parley.domain.limit.Quotas;
import dev.parley.domain.shared.Origin;
import dev.parley.domain.user.NameComparison;
import dev.parley.domain.user.Password;
import dev.parley.domain.user.User;
import dev.parley.domain.user.Username;
import java.util.Set;

/** Lets somebody in for the first time. */
public interface RegisterUserUseCase {

    Result register(Command command);

    /** @param comparison with which names that users have, or had, the new one is not the same */
    record Command(Username username, Password password, Origin origin, NameComparison comparison) {

        /** As the legacy API registers. */
        public Command(Username username, Password password, Origin origin) {
            this(username, password, origin, NameComparison.EXACT);
        }
    }

    /** What came of it. */
    sealed interface Result {

        /** What whoever registers has left of registrations. */
        Quotas quotas();

        record Registered(User user, Quotas quotas) implements Result {

            public Registered(User user) {
                this(user, Quotas.NONE);
            }
        }

        /** Also when two asked for the name at the same time and the other was faster. */
        record UsernameTaken(Quotas quotas) implements Result {

            public UsernameTaken() {
                this(Quotas.NONE);
            }
        }

        record WeakPassword(Set<Password.Flaw> flaws, Quotas quotas) implements Result {

            public WeakPassword(Set<Password.Flaw> flaws) {
                this(flaws, Quotas.NONE);
            }
        }

        /** Too many registrations from there: nothing was looked at. */
        record Throttled(Quotas quotas) implements Result {}
    }
}
