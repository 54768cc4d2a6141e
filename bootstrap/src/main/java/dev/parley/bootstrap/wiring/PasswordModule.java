package dev.parley.bootstrap.wiring;

import com.google.inject.Provides;
import com.google.inject.Singleton;
import dev.parley.application.port.out.session.TokenMinter;
import dev.parley.application.port.out.user.PasswordHasher;
import dev.parley.bootstrap.configuration.ParleyConfiguration;
import dev.parley.bootstrap.configuration.PasswordsConfiguration;
import dev.parley.bootstrap.password.Argon2Cost;
import dev.parley.bootstrap.password.Argon2PasswordHasher;
import dev.parley.bootstrap.password.HashingLane;
import dev.parley.bootstrap.password.SecureTokenMinter;
import java.security.SecureRandom;

/** Passwords and tokens. */
final class PasswordModule extends ConstructorModule {

    private static final int LANES = 1;

    @Override
    protected void configure() {
        adapter(TokenMinter.class, SecureTokenMinter.class);
    }

    @Provides
    @Singleton
    HashingLane lane(ParleyConfiguration configuration) {
        PasswordsConfiguration passwords = configuration.getPasswords();
        return new HashingLane(passwords.threads(), passwords.maxWaiting());
    }

    @Provides
    @Singleton
    PasswordHasher hasher(HashingLane lane, ParleyConfiguration configuration, SecureRandom random) {
        PasswordsConfiguration passwords = configuration.getPasswords();
        return new Argon2PasswordHasher(
                lane, new Argon2Cost(passwords.memoryKibibytes(), passwords.passes(), LANES), random);
    }
}
