package dev.parley.application.testkit;

import dev.parley.application.port.out.user.PasswordHasher;
import dev.parley.domain.user.Password;
import dev.parley.domain.user.PasswordHash;

/** Runs another action while it verifies a password for the first time. */
public final class OvertakenPasswordHasher implements PasswordHasher {

    private final PasswordHasher hasher = new FakePasswordHasher();
    private final Runnable concurrentAction;
    private boolean overtaken;

    public OvertakenPasswordHasher(Runnable concurrentAction) {
        this.concurrentAction = concurrentAction;
    }

    @Override
    public PasswordHash hash(Password password) {
        return hasher.hash(password);
    }

    @Override
    public boolean matches(Password password, PasswordHash hash) {
        if (!overtaken) {
            overtaken = true;
            concurrentAction.run();
        }
        return hasher.matches(password, hash);
    }

    @Override
    public void pretend(Password password) {
        hasher.pretend(password);
    }

    @Override
    public boolean isOutdated(PasswordHash hash) {
        return hasher.isOutdated(hash);
    }
}
