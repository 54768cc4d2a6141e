package dev.parley.adapters.rest.testkit;

import dev.parley.domain.limit.PermitResult;
import dev.parley.domain.limit.PermitResults;
import dev.parley.domain.limit.RateLimit;
import java.time.Duration;

/** Permits of a client that has none left. */
public final class ExhaustedQuotas {

    public static final RateLimit LIMIT = new RateLimit("sends", 10, Duration.ofSeconds(1), 30);

    public static final PermitResults QUOTAS =
            PermitResults.of(new PermitResult(LIMIT, 0, Duration.ofSeconds(3), Duration.ofMillis(2001)));

    private ExhaustedQuotas() {}
}
