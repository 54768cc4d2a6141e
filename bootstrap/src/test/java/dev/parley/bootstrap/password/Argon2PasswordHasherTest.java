package dev.parley.bootstrap.password;

import static org.assertj.core.api.Assertions.assertThat;

import dev.parley.application.port.out.user.PasswordHasher;
import dev.parley.application.testkit.contract.PasswordHasherContract;
import dev.parley.domain.user.Password;
import dev.parley.domain.user.PasswordHash;
import java.security.SecureRandom;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** A cost that is acceptable only in tests. */
final class Argon2PasswordHasherTest extends PasswordHasherContract {

    private static final Argon2Cost COST = new Argon2Cost(64, 2, 1);
    private static final HashingLane LANE = new HashingLane(2, 64);
    private static final Password STAPLE = new Password("correct horse battery staple");

    @AfterAll
    static void closeLane() {
        LANE.stop();
    }

    @Override
    protected PasswordHasher openHasher() {
        return new Argon2PasswordHasher(LANE, COST, new SecureRandom());
    }

    @Override
    protected PasswordHash outdatedHashOf(Password password) {
        return new PasswordHash(new Argon2(new Argon2Cost(64, 1, 1), new SecureRandom())
                .hash(password)
                .text());
    }

    /** The first two are test vectors of the reference implementation, which also computed the others. */
    @ParameterizedTest
    @CsvSource(
            delimiter = ' ',
            value = {
                "password $argon2id$v=19$m=256,t=2,p=1$c29tZXNhbHQ$nf65EOgLrQMR/uIPnA4rEsF5h7TKyQwu9U1bMCHGi/4",
                "password $argon2id$v=19$m=256,t=2,p=2$c29tZXNhbHQ$bQk8UB/VmZZF4Oo79iDXuL5/0ttZwg2f/5U52iv1cDc",
                "пароль-🔑 $argon2id$v=19$m=64,t=3,p=1$c29tZXNhbHQtb2YtMTZieQ$lrL4Qt3ABkxZ4m/0XdCQmufHM7SFg00aEbz+3Cn/KrI",
                "tr0ub4dor $argon2id$v=19$m=64,t=1,p=4$c29tZXNhbHQtb2YtMTZieQ$WEDGkX9SNPEICI4013+D/Q",
            })
    void hashesOfOtherImplementationsMatch(String password, String hash) {
        assertThat(hasher.matches(new Password(password), new PasswordHash(hash)))
                .isTrue();
        assertThat(hasher.matches(new Password(password + "x"), new PasswordHash(hash)))
                .isFalse();
    }

    /** The first is from Django's tests; Python's hashlib computed the others. */
    @ParameterizedTest
    @CsvSource(
            delimiter = ' ',
            value = {
                "lètmein pbkdf2_sha256$10000$seasalt$CWWFdHOWwPnki7HvkcqN9iA2T3KLW1cf2uZ5kvArtVY=",
                "lètmein pbkdf2_sha256$20000$seasalt2$Flpve/uAcyo6+IFI6YAhjeABGPVbRQjzHDxRhqxewgw=",
                "пароль-🔑 pbkdf2_sha256$500$kIshQ0$amIbYV2P/8fceLDl0yWxrQS3NyJXICsD0wAuS1yeGic=",
            })
    void hashesOfDjangoMatchAndAreOutdated(String password, String text) {
        PasswordHash hash = new PasswordHash(text);

        assertThat(hasher.matches(new Password(password), hash)).isTrue();
        assertThat(hasher.matches(new Password(password + "x"), hash)).isFalse();
        assertThat(hasher.matches(new Password(""), hash)).isFalse();
        assertThat(hasher.isOutdated(hash)).isTrue();
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "$argon2id$v=19$m=64,t=2,p=1$c29tZXNhbHQ$nf65EOgLrQMR/uIPnA4rEsF5",
                "$argon2id$v=19$m=64,t=9,p=1$c29tZXNhbHQ$nf65EOgLrQMR/uIPnA4rEsF5",
                "$argon2id$v=19$m=128,t=2,p=1$c29tZXNhbHQ$nf65EOgLrQMR/uIPnA4rEsF5",
            })
    void hashOfAtLeastTheCostIsCurrent(String hash) {
        assertThat(hasher.isOutdated(new PasswordHash(hash))).isFalse();
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "$argon2id$v=19$m=63,t=2,p=1$c29tZXNhbHQ$nf65EOgLrQMR/uIPnA4rEsF5",
                "$argon2id$v=19$m=9999,t=1,p=1$c29tZXNhbHQ$nf65EOgLrQMR/uIPnA4rEsF5",
                "$argon2i$v=19$m=64,t=2,p=1$c29tZXNhbHQ$nf65EOgLrQMR/uIPnA4rEsF5",
                "$argon2id$v=16$m=64,t=2,p=1$c29tZXNhbHQ$nf65EOgLrQMR/uIPnA4rEsF5",
            })
    void cheaperOrOtherHashIsOutdated(String hash) {
        assertThat(hasher.isOutdated(new PasswordHash(hash))).isTrue();
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "$argon2id$v=19$m=64,t=2,p=1$c29tZXNhbHQtb$nf65EOgLrQMR/uIPnA4rEsF5", // salt of 13 characters
                "$argon2id$v=19$m=64,t=2,p=1$c29tZXNhbHQ$nf65EOgLrQMR/uIPnA4rEsF5h", // hash of 25 characters
                "$argon2id$v=19$m=64,t=2,p=1$c29tZXNhbHQ$nf65EOgLrQMR!uIPnA4rEsF5",
                "$argon2id$v=19$m=64,t=2,p=1$c29tZXNhbHQ$nf65EOgLrQMR/uIPnA4rEsF=",
                "$argon2id$v=19$m=64,t=2,p=1$$nf65EOgLrQMR/uIPnA4rEsF5",
                "$argon2id$v=19$m=0,t=2,p=1$c29tZXNhbHQ$nf65EOgLrQMR/uIPnA4rEsF5",
                "$argon2id$v=19$m=64,t=0,p=1$c29tZXNhbHQ$nf65EOgLrQMR/uIPnA4rEsF5",
                "$argon2id$v=19$m=64,t=2,p=0$c29tZXNhbHQ$nf65EOgLrQMR/uIPnA4rEsF5",
                "$argon2id$v=19$m=64,t=2,p=9$c29tZXNhbHQ$nf65EOgLrQMR/uIPnA4rEsF5", // too little memory for the lanes
                "$argon2id$v=19$m=9999999,t=2,p=1$c29tZXNhbHQ$nf65EOgLrQMR/uIPnA4rEsF5", // would take all memory
                "$argon2id$v=19$m=99999999999,t=2,p=1$c29tZXNhbHQ$nf65EOgLrQMR/uIPnA4rEsF5",
                "pbkdf2_sha256$10000$seasalt$CWWFdHOWwPnki7HvkcqN9iA2T3KLW1cf2uZ5kvArtV=",
                "pbkdf2_sha256$10000$seasalt$CWWFdHOWwPnki7HvkcqN9iA2T3KLW1cf2uZ5kvArtVY",
                "pbkdf2_sha256$10000$seasalt$CWWFdHOWwPnki7Hvk!qN9iA2T3KLW1cf2uZ5kvArtVY=",
                "pbkdf2_sha256$0$seasalt$CWWFdHOWwPnki7HvkcqN9iA2T3KLW1cf2uZ5kvArtVY=",
                "pbkdf2_sha256$99999999999$seasalt$CWWFdHOWwPnki7HvkcqN9iA2T3KLW1cf2uZ5kvArtVY=",
                "pbkdf2_sha256$10000$$CWWFdHOWwPnki7HvkcqN9iA2T3KLW1cf2uZ5kvArtVY=",
            })
    void damagedHashNeverMatchesAndIsOutdated(String damaged) {
        PasswordHash hash = new PasswordHash(damaged);

        assertThat(hasher.matches(STAPLE, hash)).isFalse();
        assertThat(hasher.matches(new Password("lètmein"), hash)).isFalse();
        assertThat(hasher.isOutdated(hash)).isTrue();
    }

    @Test
    void newHashContainsItsCost() {
        assertThat(hasher.hash(STAPLE).value())
                .matches("\\$argon2id\\$v=19\\$m=64,t=2,p=1\\$[A-Za-z0-9+/]{22}\\$[A-Za-z0-9+/]{43}");
    }
}
