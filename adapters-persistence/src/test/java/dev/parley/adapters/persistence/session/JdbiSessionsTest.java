package dev.parley.adapters.persistence.session;

import static org.assertj.core.api.Assertions.assertThat;

import dev.parley.adapters.persistence.JdbiStores;
import dev.parley.adapters.persistence.PostgresExtension;
import dev.parley.application.testkit.contract.SessionsContract;
import dev.parley.application.testkit.contract.Stores;
import dev.parley.domain.user.UserId;
import java.time.Duration;
import java.time.Instant;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;

final class JdbiSessionsTest extends SessionsContract {

    @RegisterExtension
    static final PostgresExtension POSTGRES = new PostgresExtension();

    @Override
    protected Stores openStores() {
        return JdbiStores.over(POSTGRES.emptied());
    }

    /** One statement for all rows would exceed the statement time-out each time, and never remove any. */
    @Test
    void manyExpiredSessionsAreRemovedInSteps() {
        UserId anna = registered("anna");
        POSTGRES.stateAsOwner().useHandle(handle -> handle.execute("""
                INSERT INTO session (token_digest, user_id, created_at, last_seen_at, expires_at)
                SELECT sha256(i::text::bytea), ?, now(), now(), now() FROM generate_series(1, 12000) AS i
                """, anna.value()));
        Instant later = Instant.now().plus(Duration.ofHours(1));

        assertThat(Stream.generate(() -> stores.sessions().removeExpired(later)).limit(4))
                .containsExactly(JdbiSessions.MAX_REMOVED, JdbiSessions.MAX_REMOVED, 2_000, 0);
    }
}
