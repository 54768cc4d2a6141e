package dev.parley.application.testkit;

import dev.parley.application.port.out.user.PasswordHasher;
import dev.parley.domain.user.Password;
import dev.parley.domain.user.PasswordHash;
import java.util.ArrayList;
import java.util.List;

/** Records its calls. */
public final class CountingPasswordHasher implements PasswordHasher {

    private final PasswordHasher hasher = new FakePasswordHasher();
    private final List<String> work = new ArrayList<>();

    /** The names of the called slow methods, in order. */
    public List<String> work() {
        return List.copyOf(work);
    }

    @Override
    public PasswordHash hash(Password password) {
        work.add("hash");
        return hasher.hash(password);
    }

    @Override
    public boolean matches(Password password, PasswordHash hash) {
        work.add("matches");
        return hasher.matches(password, hash);
    }

    @Override
    public void pretend(Password password) {
        work.add("pretend");
        hasher.pretend(password);
    }

    @Override
    public boolean isOutdated(PasswordHash hash) {
        return hasher.isOutdated(hash);
    }
}
