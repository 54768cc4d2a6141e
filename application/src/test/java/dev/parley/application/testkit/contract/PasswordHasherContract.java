package dev.parley.application.testkit.contract;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatCode;

import dev.parley.application.port.out.user.PasswordHasher;
import dev.parley.application.testkit.ConcurrentRun;
import dev.parley.domain.user.Password;
import dev.parley.domain.user.PasswordHash;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** Contract for password hashing: salted, exact to the last character, and robust against foreign hashes. */
public abstract class PasswordHasherContract {

    private static final Password PASSWORD = new Password("correct horse battery staple");

    protected PasswordHasher hasher;

    /** Called once before each test. */
    protected abstract PasswordHasher openHasher();

    /** A hash of the password as typed, as made by an earlier version or another service. */
    protected abstract PasswordHash outdatedHashOf(Password password);

    @BeforeEach
    protected void open() {
        hasher = openHasher();
    }

    @Test
    protected void aHashMatchesItsPasswordAndNoOther() {
        PasswordHash hash = hasher.hash(PASSWORD);

        assertThat(hasher.matches(PASSWORD, hash)).isTrue();
        assertThat(hasher.matches(new Password("correct horse battery stapl"), hash))
                .isFalse();
        assertThat(hasher.matches(new Password("correct horse battery staple "), hash))
                .isFalse();
        assertThat(hasher.matches(new Password("Correct horse battery staple"), hash))
                .isFalse();
        assertThat(hasher.matches(new Password(""), hash)).isFalse();
    }

    @Test
    protected void everyHashHasItsOwnSalt() {
        PasswordHash first = hasher.hash(PASSWORD);
        PasswordHash second = hasher.hash(PASSWORD);

        assertThat(second).isNotEqualTo(first);
        assertThat(hasher.matches(PASSWORD, first)).isTrue();
        assertThat(hasher.matches(PASSWORD, second)).isTrue();
    }

    @Test
    protected void passwordsOfEveryScriptAreDistinguished() {
        List<Password> passwords = Stream.of(
                        "пароль-пароль",
                        "пароль-паролъ",
                        "密码密码密码密码",
                        "🔑🔑🔑🔑🔑🔑🔑🔑",
                        "🔑🔑🔑🔑🔑🔑🔑🔒",
                        "café-café",
                        "$x$y$z$$",
                        "  blanks  ")
                .map(Password::new)
                .toList();

        for (Password one : passwords) {
            PasswordHash hash = hasher.hash(one);
            assertThat(passwords.stream().filter(other -> hasher.matches(other, hash)))
                    .containsExactly(one);
        }
    }

    @Test
    protected void differentlyComposedPasswordsMatch() {
        Password composed = new Password("p\u00E4ssw\u00F6rd 123");
        Password decomposed = new Password("pa\u0308sswo\u0308rd\u00A0123");

        for (PasswordHash hash : List.of(hasher.hash(composed), hasher.hash(decomposed))) {
            assertThat(hasher.matches(composed, hash)).isTrue();
            assertThat(hasher.matches(decomposed, hash)).isTrue();
            assertThat(hasher.matches(new Password("passwo\u0308rd 123"), hash)).isFalse();
        }
    }

    @Test
    protected void hashOfATypedUnnormalisedPasswordMatches() {
        Password decomposed = new Password("pa\u0308sswo\u0308rd123");
        PasswordHash hash = outdatedHashOf(decomposed);

        assertThat(hasher.matches(decomposed, hash)).isTrue();
        assertThat(hasher.matches(new Password("p\u00E4ssw\u00F6rd123"), hash)).isFalse();
    }

    @Test
    protected void everyCharacterOfTheLongestPasswordCounts() {
        String start = "🔑".repeat(Password.MAX_LENGTH - 1);
        PasswordHash hash = hasher.hash(new Password(start + "a"));

        assertThat(hasher.matches(new Password(start + "a"), hash)).isTrue();
        assertThat(hasher.matches(new Password(start + "b"), hash)).isFalse();
        assertThat(hasher.matches(new Password(start), hash)).isFalse();
    }

    @Test
    protected void hashOfAnUnknownSchemeMatchesNothing() {
        for (String strange :
                List.of("plain", "$", "$$$$", "$unknown$v=1$c2FsdA$aGFzaA", "unknown_sha1$1$salt$aGFzaA=="))
            assertThat(hasher.matches(PASSWORD, new PasswordHash(strange))).isFalse();
    }

    @Test
    protected void malformedHashMatchesNothing() {
        String hash = hasher.hash(PASSWORD).value();
        String outdated = outdatedHashOf(PASSWORD).value();

        for (String whole : List.of(hash, outdated)) {
            for (int cut : List.of(whole.length() - 4, whole.length() / 2, 5)) {
                assertThat(hasher.matches(PASSWORD, new PasswordHash(whole.substring(0, cut))))
                        .isFalse();
            }
        }
    }

    @Test
    protected void aFreshHashIsNotOutdated() {
        assertThat(hasher.isOutdated(hasher.hash(PASSWORD))).isFalse();
    }

    @Test
    protected void outdatedHashMatchesAndIsReportedAsOutdated() {
        PasswordHash outdated = outdatedHashOf(PASSWORD);

        assertThat(hasher.matches(PASSWORD, outdated)).isTrue();
        assertThat(hasher.matches(new Password("another password"), outdated)).isFalse();
        assertThat(hasher.isOutdated(outdated)).isTrue();
    }

    @Test
    protected void pretendAcceptsAnyPassword() {
        assertThatCode(() -> {
                    hasher.pretend(PASSWORD);
                    hasher.pretend(new Password(""));
                    hasher.pretend(new Password("\0\uD800 or worse"));
                })
                .doesNotThrowAnyException();
    }

    @Test
    protected void matchesAcceptsAnyPassword() {
        PasswordHash hash = hasher.hash(PASSWORD);

        assertThat(hasher.matches(new Password("\0\uD800 or worse"), hash)).isFalse();
    }

    @Test
    protected void concurrentHashingAndMatchingSucceeds() {
        ConcurrentRun.of(4, 3).run((thread, step) -> {
            Password own = new Password("password of " + thread + " in step " + step);
            PasswordHash hash = hasher.hash(own);
            assertThat(hasher.matches(own, hash)).isTrue();
            assertThat(hasher.matches(PASSWORD, hash)).isFalse();
        });
    }
}
