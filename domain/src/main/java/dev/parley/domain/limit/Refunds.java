package dev.parley.domain.limit;

import dev.parley.domain.shared.Dependency;
import dev.parley.domain.shared.UnavailableException;
import java.util.function.Supplier;

/** An operation that has taken rate-limit permits and verifies a password. */
public final class Refunds {

    private Refunds() {}

    /**
     * Runs the attempt. Refunds its permits if password hashing was unavailable, because such an attempt reveals nothing
     * about the password. After a failure of a store the outcome is unknown, so the permits stay taken.
     *
     * @throws UnavailableException if the attempt throws it
     */
    public static <T> T made(Supplier<T> attempt, Runnable refund) {
        try {
            return attempt.get();
        } catch (UnavailableException e) {
            if (e.dependency() == Dependency.PASSWORD_HASHING) {
                refund.run();
            }
            throw e;
        }
    }
}
