package dev.parley.application.port.in.user;

import dev.parley.domain.limit.Quotas;
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

        /** The limits of registrations. */
        Quotas quotas();

        record Registered(User user, Quotas quotas) implements Result {

            public Registered(User user) {
                this(user, Quotas.NONE);
            }
        }

        /** Also returned if a concurrent registration takes the name first. */
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

        /** Too many registrations from this network: the request was not examined. */
        record Throttled(Quotas quotas) implements Result {}
    }
}
