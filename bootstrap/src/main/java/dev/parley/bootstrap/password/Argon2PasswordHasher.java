package dev.parley.bootstrap.password;

import dev.parley.application.port.out.user.PasswordHasher;
import dev.parley.domain.user.Password;
import dev.parley.domain.user.PasswordHash;
import java.security.SecureRandom;
import java.util.Optional;

/** Argon2id in a bounded lane; also verifies hashes from Django, which count as outdated. */
public final class Argon2PasswordHasher implements PasswordHasher {

    private final HashingLane lane;
    private final Argon2 argon2;

    public Argon2PasswordHasher(HashingLane lane, Argon2Cost cost, SecureRandom random) {
        this.lane = lane;
        this.argon2 = new Argon2(cost, random);
    }

    @Override
    public PasswordHash hash(Password password) {
        return lane.run(
                () -> new PasswordHash(argon2.hash(password.normalised()).text()));
    }

    @Override
    public boolean matches(Password password, PasswordHash hash) {
        return lane.run(() -> password.forms().stream().anyMatch(form -> verify(form, hash)));
    }

    @Override
    public void pretend(Password password) {
        lane.run(() -> password.forms().stream().map(argon2::hash).toList());
    }

    @Override
    public boolean isOutdated(PasswordHash hash) {
        return PhcString.parse(hash.value())
                .filter(phc -> phc.cost().covers(argon2.cost()))
                .isEmpty();
    }

    private boolean verify(Password password, PasswordHash hash) {
        Optional<PhcString> phc = PhcString.parse(hash.value());
        if (phc.isPresent()) {
            return argon2.matches(password, phc.get());
        }
        return DjangoPbkdf2.parse(hash.value())
                .filter(django -> django.matches(password))
                .isPresent();
    }
}
