package dev.parley.domain.limit;

import dev.parley.domain.shared.Dependency;
import dev.parley.domain.shared.UnavailableException;
import java.util.function.Supplier;

/** Something that costs units of limits, and looks at a password. */
public interface Attempt {

    /**
     * Makes it. One for which no password could be hashed has told nobody anything, and its units are given back; of one that
     * broke off in a store nobody knows what became of it.
     *
     * @throws UnavailableException as the attempt does
     */
    static <T> T made(Supplier<T> attempt, Runnable giveBack) {
        try {
            return attempt.get();
        } catch (UnavailableException e) {
            if (e.dependency() == Dependency.PASSWORD_HASHING) {
                giveBack.run();
            }
            throw e;
        }
    }
}
