package dev.parley.application.testkit;

import dev.parley.application.port.out.user.PasswordHasher;
import dev.parley.application.testkit.contract.PasswordHasherContract;
import dev.parley.domain.user.Password;
import dev.parley.domain.user.PasswordHash;

final class FakePasswordHasherTest extends PasswordHasherContract {

    @Override
    protected PasswordHasher openHasher() {
        return new FakePasswordHasher();
    }

    @Override
    protected PasswordHash outdatedHashOf(Password password) {
        return FakePasswordHasher.outdated(password.value());
    }
}
