package dev.parley.domain.shared;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Optional;
import org.junit.jupiter.api.Test;

final class OriginTest {

    @Test
    void addressAndUserAgentAreTruncated() {
        Origin origin = new Origin(Optional.of("🙂".repeat(65)), Optional.of("🙂".repeat(513)), Optional.empty());

        assertThat(origin.address()).contains("🙂".repeat(64));
        assertThat(origin.userAgent()).contains("🙂".repeat(512));
    }

    @Test
    void nulAndLoneSurrogatesAreReplaced() {
        Origin origin = new Origin(Optional.of("::1\0"), Optional.of("\uD83D agent"), Optional.empty());

        assertThat(origin.address()).contains("::1\uFFFD");
        assertThat(origin.userAgent()).contains("\uFFFD agent");
    }

    @Test
    void controlCharactersAreReplaced() {
        Origin origin = new Origin(Optional.of("::1\n"), Optional.of("a\u009B\u001B[2J\u202Eb"), Optional.empty());

        assertThat(origin.address()).contains("::1\uFFFD");
        assertThat(origin.userAgent()).contains("a\uFFFD\uFFFD[2J\uFFFDb");
    }

    @Test
    void operatorHasNoAddressUserAgentOrSession() {
        assertThat(Origin.operator()).isEqualTo(new Origin(Optional.empty(), Optional.empty(), Optional.empty()));
    }

    @Test
    void addingASessionKeepsAddressAndUserAgent() {
        Origin before = new Origin(Optional.of("::1"), Optional.of("agent"), Optional.of(new SessionId(1)));

        assertThat(before.with(new SessionId(2)))
                .isEqualTo(new Origin(Optional.of("::1"), Optional.of("agent"), Optional.of(new SessionId(2))));
    }
}
