package dev.parley.domain.event;

import static org.assertj.core.api.Assertions.assertThat;

import dev.parley.domain.shared.SessionId;
import dev.parley.domain.user.UserId;
import java.time.Instant;
import java.util.List;
import org.junit.jupiter.api.Test;

final class SessionEventsTest {

    private static final Instant NOW = Instant.parse("2026-11-25T04:00:00.000001Z");
    private static final UserId ANNA = new UserId(1);

    @Test
    void eachEndedSessionIsOneEventOfItsUser() {
        assertThat(SessionEvents.ofEnding(ANNA, List.of(new SessionId(3), new SessionId(5)), NOW))
                .containsExactly(
                        new EventDraft(ANNA, NOW, new Change.SessionRevoked(new SessionId(3))),
                        new EventDraft(ANNA, NOW, new Change.SessionRevoked(new SessionId(5))));
        assertThat(SessionEvents.ofEnding(ANNA, List.of(), NOW)).isEmpty();
    }
}
