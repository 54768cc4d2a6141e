package dev.parley.adapters.rest.testkit;

import dev.parley.domain.limit.Quota;
import dev.parley.domain.limit.Quotas;
import dev.parley.domain.limit.RateLimit;
import java.time.Duration;

/** Permits of a client that has none left. */
public interface Exhausted {

    RateLimit LIMIT = new RateLimit("sends", 10, Duration.ofSeconds(1), 30);

    Quotas QUOTAS = Quotas.of(new Quota(LIMIT, 0, Duration.ofSeconds(3), Duration.ofMillis(2001)));
}
