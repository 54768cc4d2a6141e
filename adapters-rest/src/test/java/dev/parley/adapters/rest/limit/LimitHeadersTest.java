package dev.parley.adapters.rest.limit;

import static org.assertj.core.api.Assertions.assertThat;

import dev.parley.domain.limit.PermitResult;
import dev.parley.domain.limit.PermitResults;
import dev.parley.domain.limit.RateLimit;
import jakarta.ws.rs.core.Response;
import java.time.Duration;
import java.util.List;
import org.junit.jupiter.api.Test;

final class LimitHeadersTest {

    private static final RateLimit ACCOUNT = new RateLimit("logins-account", 5, Duration.ofMinutes(1), 5);
    private static final RateLimit ADDRESS = new RateLimit("logins-address", 7, Duration.ofSeconds(1), 30);

    @Test
    void severalLimitsShareOneHeaderAndSecondsAreRoundedUp() {
        PermitResults results = new PermitResults(List.of(
                new PermitResult(ADDRESS, 29, Duration.ofMillis(143), Duration.ZERO),
                new PermitResult(ACCOUNT, 4, Duration.ofSeconds(12), Duration.ZERO)));

        Response answer =
                LimitHeaders.with(results, Response.ok().header("X", "y").build());

        assertThat(answer.getHeaderString("RateLimit-Policy"))
                .isEqualTo("\"logins-address\";q=30;w=5, \"logins-account\";q=5;w=60");
        assertThat(answer.getHeaderString("RateLimit"))
                .isEqualTo("\"logins-address\";r=29;t=1, \"logins-account\";r=4;t=12");
        assertThat(answer.getHeaderString("X")).isEqualTo("y");
    }

    @Test
    void tightestBucketOfALimitIsReported() {
        PermitResults results = new PermitResults(List.of(
                new PermitResult(ACCOUNT, 4, Duration.ofSeconds(12), Duration.ZERO),
                new PermitResult(ACCOUNT, 1, Duration.ofSeconds(48), Duration.ZERO)));

        Response answer = LimitHeaders.with(results, Response.ok().build());

        assertThat(answer.getHeaderString("RateLimit")).isEqualTo("\"logins-account\";r=1;t=48");
    }

    @Test
    void noHeadersWithoutLimits() {
        Response answer = Response.ok().build();

        assertThat(LimitHeaders.with(PermitResults.NONE, answer)).isSameAs(answer);
    }
}
