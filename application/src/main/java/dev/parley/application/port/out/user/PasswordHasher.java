package dev.parley.application.port.out.user;

import dev.parley.domain.user.Password;
import dev.parley.domain.user.PasswordHash;

/**
 * Slow hashing of passwords, on purpose and in a bounded lane.
 *
 * <p>Every method waits for its turn. {@link #matches} and {@link #pretend} cost the same, so that an unknown user
 * cannot be told from a wrong password by the time that an answer takes.
 *
 * <p>Every method throws {@link dev.parley.domain.shared.UnavailableException} when too many wait already.
 */
public interface PasswordHasher {

    /**
     * A fresh hash with a salt of its own: the same password never gives the same twice. It is made of the
     * {@link Password#normalised() normalised} form.
     */
    PasswordHash hash(Password password);

    /**
     * Whether the hash was made of one of this password's {@link Password#forms() forms}: hashes from before passwords were
     * normalised, and those of other services, are of what was typed. False for a damaged hash or one of no known scheme.
     */
    boolean matches(Password password, PasswordHash hash);

    /** Works as long as {@link #matches} does that finds nothing: once for each form. */
    void pretend(Password password);

    /** Whether the hash is of an older scheme or a lower cost than {@link #hash} makes today. */
    boolean isOutdated(PasswordHash hash);
}
