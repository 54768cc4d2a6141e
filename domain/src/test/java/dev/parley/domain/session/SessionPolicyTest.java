package dev.parley.domain.session;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import dev.parley.domain.shared.SessionId;
import dev.parley.domain.user.UserId;
import java.time.Duration;
import java.time.Instant;
import java.util.Optional;
import org.junit.jupiter.api.Test;

final class SessionPolicyTest {

    private static final Instant NOW = Instant.parse("2026-11-22T10:15:30.123456Z");
    private static final Duration TICK = Duration.ofNanos(1000);
    private static final Duration INTERVAL = Duration.ofHours(1);
    private static final SessionPolicy POLICY = new SessionPolicy(Duration.ofDays(90), INTERVAL);
    private static final Session SESSION = new Session(
            new SessionId(1),
            new UserId(2),
            Optional.of(new DeviceName("Anna's phone")),
            Optional.of("2001:db8::17"),
            NOW,
            NOW,
            POLICY.expiryOf(NOW));

    @Test
    void sessionExpiresAfterItsLifetime() {
        assertThat(POLICY.expiryOf(NOW)).isEqualTo(NOW.plus(Duration.ofDays(90)));
        assertThat(SESSION.isOpenAt(NOW)).isTrue();
        assertThat(SESSION.isOpenAt(SESSION.expiresAt().minus(TICK))).isTrue();
        assertThat(SESSION.isOpenAt(SESSION.expiresAt())).isFalse();
    }

    @Test
    void useAfterTheIntervalIsRecordedAndRestartsTheLifetime() {
        Instant later = NOW.plus(INTERVAL);

        assertThat(POLICY.seen(SESSION, later))
                .contains(new Session(
                        SESSION.id(),
                        SESSION.user(),
                        SESSION.device(),
                        SESSION.address(),
                        NOW,
                        later,
                        POLICY.expiryOf(later)));
    }

    @Test
    void useWithinTheIntervalIsNotRecorded() {
        assertThat(POLICY.seen(SESSION, NOW.plus(INTERVAL).minus(TICK))).isEmpty();
        assertThat(POLICY.seen(SESSION, NOW)).isEmpty();
    }

    @Test
    void useAfterTheClockWentBackIsNotRecorded() {
        assertThat(POLICY.seen(SESSION, NOW.minus(Duration.ofDays(365)))).isEmpty();
    }

    @Test
    void everyUseIsRecordedWithoutInterval() {
        SessionPolicy eager = new SessionPolicy(Duration.ofDays(1), Duration.ZERO);

        assertThat(eager.seen(SESSION, NOW)).isPresent();
    }

    @Test
    void invalidPolicyIsRejected() {
        refuse(Duration.ZERO, Duration.ZERO);
        refuse(Duration.ofDays(-1), Duration.ZERO);
        refuse(Duration.ofDays(1), Duration.ofSeconds(-1));
        refuse(Duration.ofDays(1), Duration.ofDays(1));
    }

    private static void refuse(Duration lifetime, Duration seenInterval) {
        assertThatIllegalArgumentException().isThrownBy(() -> new SessionPolicy(lifetime, seenInterval));
    }
}
