package dev.parley.application.testkit;

import dev.parley.application.port.out.user.PasswordHasher;
import dev.parley.domain.user.Password;
import dev.parley.domain.user.PasswordHash;
import java.util.concurrent.atomic.AtomicInteger;

/** Fast and readable: the salt is a counter and the hash is the password. Only for tests. */
public final class FakePasswordHasher implements PasswordHasher {

    private static final String SCHEME = "fake";
    private static final String OLD_SCHEME = "old-fake";

    private final AtomicInteger salts = new AtomicInteger();

    /** A hash as made by an earlier version. */
    public static PasswordHash outdated(String password) {
        return new PasswordHash(OLD_SCHEME + "$0$" + password);
    }

    @Override
    public PasswordHash hash(Password password) {
        return new PasswordHash(SCHEME + "$" + salts.incrementAndGet() + "$"
                + password.normalised().value());
    }

    @Override
    public boolean matches(Password password, PasswordHash hash) {
        String[] parts = hash.value().split("\\$", 3);
        return parts.length == 3
                && (parts[0].equals(SCHEME) || parts[0].equals(OLD_SCHEME))
                && password.forms().contains(new Password(parts[2]));
    }

    @Override
    public void pretend(Password password) {
        hash(password);
    }

    @Override
    public boolean isOutdated(PasswordHash hash) {
        return !hash.value().startsWith(SCHEME + "$");
    }
}
