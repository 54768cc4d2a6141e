package dev.parley.adapters.persistence.limit;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.parley.adapters.persistence.JdbiStores;
import dev.parley.adapters.persistence.PostgresExtension;
import dev.parley.application.testkit.contract.FailureStreaksContract;
import dev.parley.application.testkit.contract.Stores;
import dev.parley.domain.limit.FailureStreak;
import dev.parley.domain.limit.LimitKey;
import dev.parley.domain.shared.UnavailableException;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;

final class JdbiFailureStreaksTest extends FailureStreaksContract {

    @RegisterExtension
    static final PostgresExtension POSTGRES = new PostgresExtension();

    @Override
    protected Stores openStores() {
        return JdbiStores.over(POSTGRES.emptied());
    }

    @Test
    void whatSucceededDoesNotFailBecauseTheStreakCannotBeEnded() {
        LimitKey anna = LimitKey.ofName("anna");
        FailureStreak streak = new FailureStreak(3, NOW);
        stores.streaks().change(anna, before -> streak);

        try (var outage = POSTGRES.outage(PostgresExtension.STATE)) {
            assertThat(outage).isNotNull();
            stores.streaks().end(anna);
            assertThatThrownBy(() -> stores.streaks().change(anna, before -> before))
                    .isInstanceOf(UnavailableException.class);
        }

        assertThat(stores.streaks().find(anna)).isEqualTo(streak);
    }
}
