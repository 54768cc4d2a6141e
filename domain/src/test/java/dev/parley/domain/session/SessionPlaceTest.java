package dev.parley.domain.session;

import static org.assertj.core.api.Assertions.assertThat;

import dev.parley.domain.shared.SessionId;
import dev.parley.domain.user.UserId;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;

final class SessionPlaceTest {

    private static final Instant NOW = Instant.parse("2026-11-22T10:15:30.123456Z");

    @Test
    void mostRecentlyUsedSessionComesFirst() {
        SessionPlace latest = place(NOW.plusNanos(1000), 1);
        SessionPlace earlier = place(NOW, 3);
        SessionPlace earliest = place(NOW.minusSeconds(60), 2);

        assertThat(List.of(earliest, latest, earlier).stream().sorted()).containsExactly(latest, earlier, earliest);
    }

    @Test
    void higherIdComesFirstOnEqualTimes() {
        assertThat(List.of(place(NOW, 2), place(NOW, 3), place(NOW, 1)).stream().sorted())
                .containsExactly(place(NOW, 3), place(NOW, 2), place(NOW, 1));
    }

    @Test
    void placeOfASessionIsItsLastUse() {
        Session session = new Session(
                new SessionId(4),
                new UserId(2),
                Optional.empty(),
                Optional.empty(),
                NOW,
                NOW.plusSeconds(60),
                NOW.plusSeconds(3600));

        assertThat(SessionPlace.of(session)).isEqualTo(place(NOW.plusSeconds(60), 4));
    }

    private static SessionPlace place(Instant lastSeenAt, long session) {
        return new SessionPlace(lastSeenAt, new SessionId(session));
    }
}
