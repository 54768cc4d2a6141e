package dev.parley.bootstrap.password;

import dev.parley.domain.user.Password;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.SecureRandom;
import org.bouncycastle.crypto.generators.Argon2BytesGenerator;
import org.bouncycastle.crypto.params.Argon2Parameters;

/** Argon2id by Bouncy Castle: pure Java, so that no native library decides where Parley runs. */
final class Argon2 {

    private static final int SALT_BYTES = 16;
    private static final int HASH_BYTES = 32;

    private final Argon2Cost cost;
    private final SecureRandom random;

    Argon2(Argon2Cost cost, SecureRandom random) {
        this.cost = cost;
        this.random = random;
    }

    PhcString hash(Password password) {
        byte[] salt = new byte[SALT_BYTES];
        random.nextBytes(salt);
        return PhcString.of(cost, salt, compute(password, cost, salt, HASH_BYTES));
    }

    boolean matches(Password password, PhcString known) {
        byte[] expected = known.hashBytes();
        return MessageDigest.isEqual(compute(password, known.cost(), known.saltBytes(), expected.length), expected);
    }

    Argon2Cost cost() {
        return cost;
    }

    private static byte[] compute(Password password, Argon2Cost cost, byte[] salt, int length) {
        Argon2BytesGenerator generator = new Argon2BytesGenerator();
        generator.init(new Argon2Parameters.Builder(Argon2Parameters.ARGON2_id)
                .withVersion(Argon2Parameters.ARGON2_VERSION_13)
                .withMemoryAsKB(cost.memoryKibibytes())
                .withIterations(cost.passes())
                .withParallelism(cost.lanes())
                .withSalt(salt)
                .build());
        byte[] hash = new byte[length];
        generator.generateBytes(password.value().getBytes(StandardCharsets.UTF_8), hash);
        return hash;
    }
}
