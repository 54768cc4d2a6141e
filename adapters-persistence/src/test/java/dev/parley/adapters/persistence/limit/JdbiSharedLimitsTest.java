package dev.parley.adapters.persistence.limit;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.parley.adapters.persistence.JdbiStores;
import dev.parley.adapters.persistence.PostgresExtension;
import dev.parley.application.testkit.contract.SharedLimitsContract;
import dev.parley.application.testkit.contract.Stores;
import dev.parley.domain.limit.LimitKey;
import dev.parley.domain.limit.NeededPermit;
import dev.parley.domain.limit.PermitResults;
import dev.parley.domain.limit.RateLimit;
import dev.parley.domain.shared.UnavailableException;
import java.time.Duration;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;

final class JdbiSharedLimitsTest extends SharedLimitsContract {

    @RegisterExtension
    static final PostgresExtension POSTGRES = new PostgresExtension();

    @Override
    protected Stores openStores() {
        return JdbiStores.over(POSTGRES.emptied());
    }

    @Test
    void whatWasDoneDoesNotFailBecauseNothingCanBeGivenBack() {
        List<NeededPermit> permits =
                List.of(new NeededPermit(new RateLimit("some", 1, Duration.ofHours(1), 1), LimitKey.ofName("anna")));
        assertThat(stores.limits().take(permits, NOW).areGranted()).isTrue();

        try (var outage = POSTGRES.outage(PostgresExtension.STATE)) {
            assertThat(outage).isNotNull();
            assertThat(stores.limits().refund(permits, NOW)).isEqualTo(PermitResults.NONE);
            assertThatThrownBy(() -> stores.limits().take(permits, NOW)).isInstanceOf(UnavailableException.class);
        }

        assertThat(stores.limits().take(permits, NOW).areGranted()).isFalse();
    }
}
