package dev.parley.adapters.rest.auth;

import static org.assertj.core.api.Assertions.assertThat;

import dev.parley.adapters.rest.auth.AuthorizationHeader.Absent;
import dev.parley.adapters.rest.auth.AuthorizationHeader.Flaw;
import dev.parley.adapters.rest.auth.AuthorizationHeader.Malformed;
import dev.parley.adapters.rest.auth.AuthorizationHeader.Presented;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.NullSource;
import org.junit.jupiter.params.provider.ValueSource;

final class AuthorizationHeaderTest {

    @ParameterizedTest
    @NullSource
    @ValueSource(strings = {"", "  ", "Bearer x", "Basic", "Tokenx y", "Tok\u0131en x"})
    void headerOfAnotherSchemeIsAbsent(@Nullable String header) {
        assertThat(read(header)).isEqualTo(new Absent());
    }

    @ParameterizedTest
    @ValueSource(strings = {"Token x", "token x", "TOKEN \t x ", "  tOkEn x"})
    void textAfterTheSchemeIsPresented(String header) {
        assertThat(read(header)).isEqualTo(new Presented("x"));
    }

    @Test
    void malformedHeaderHasAFlaw() {
        assertThat(read("Token ")).isEqualTo(new Malformed(Flaw.NO_CREDENTIALS));
        assertThat(read("Token a b")).isEqualTo(new Malformed(Flaw.SPACES));
        assertThat(read("Token \u00e9")).isEqualTo(new Malformed(Flaw.INVALID_CHARACTERS));
        assertThat(read("Token a\u0001")).isEqualTo(new Malformed(Flaw.INVALID_CHARACTERS));
    }

    private static AuthorizationHeader read(@Nullable String header) {
        return AuthorizationHeader.read(header, Set.of("token"));
    }
}
