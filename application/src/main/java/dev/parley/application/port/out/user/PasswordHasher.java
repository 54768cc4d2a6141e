package dev.parley.application.port.out.user;

import dev.parley.domain.user.Password;
import dev.parley.domain.user.PasswordHash;

/**
 * Deliberately slow password hashing with bounded concurrency.
 *
 * <p>Every method may wait for a free slot. {@link #matches} and {@link #pretend} take equally long, so that the response time
 * does not reveal whether a user exists.
 *
 * <p>Every method throws {@link dev.parley.domain.shared.UnavailableException} when too many calls are waiting.
 */
public interface PasswordHasher {

    /**
     * Hashes the {@link Password#normalised() normalised} form with a new salt, so hashes of equal passwords differ.
     */
    PasswordHash hash(Password password);

    /**
     * Whether the hash was made of one of the password's {@link Password#forms() forms}: older hashes and those of other
     * services were made of the password as typed. False for a malformed hash or an unknown scheme.
     */
    boolean matches(Password password, PasswordHash hash);

    /** Takes as long as a {@link #matches} that returns false: one hash per form. */
    void pretend(Password password);

    /** Whether {@link #hash} now uses another scheme or a higher cost than this hash. */
    boolean isOutdated(PasswordHash hash);
}
