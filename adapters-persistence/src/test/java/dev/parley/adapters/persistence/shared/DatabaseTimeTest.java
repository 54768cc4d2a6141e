package dev.parley.adapters.persistence.shared;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.parley.adapters.persistence.PostgresExtension;
import dev.parley.adapters.persistence.PostgresExtension.DatabaseOutage;
import dev.parley.domain.shared.UnavailableException;
import java.time.Instant;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;

final class DatabaseTimeTest {

    @RegisterExtension
    static final PostgresExtension POSTGRES = new PostgresExtension();

    private final DatabaseTime time = new DatabaseTime(POSTGRES.stateStore());

    @Test
    void advancesWithinATransaction() {
        POSTGRES.stateStore().inTransaction(handle -> {
            Instant first = time.now();
            assertThat(time.now()).isAfter(first);
            return time.now();
        });
    }

    @Test
    void isUnavailableWithoutTheDatabase() {
        try (DatabaseOutage outage = POSTGRES.outage(PostgresExtension.STATE)) {
            assertThat(outage).isNotNull();
            assertThatThrownBy(time::now).isInstanceOf(UnavailableException.class);
        }
    }
}
