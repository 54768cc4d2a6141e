package dev.parley.application.service.limit;

import static org.assertj.core.api.Assertions.assertThat;

import dev.parley.application.testkit.InMemoryNodeLimits;
import dev.parley.application.testkit.TestClock;
import dev.parley.domain.limit.LimitKey;
import dev.parley.domain.limit.RateLimit;
import dev.parley.domain.limit.RequestKind;
import dev.parley.domain.limit.RequestRates;
import java.time.Duration;
import org.junit.jupiter.api.Test;

final class AdmitRequestServiceTest {

    private static RateLimit limit(String name, int burst) {
        return new RateLimit(name, 1, Duration.ofSeconds(1), burst);
    }

    private final AdmitRequestService service = new AdmitRequestService(
            new InMemoryNodeLimits(TestClock.standing()),
            new RequestRates(limit("reads", 4), limit("sends", 3), limit("writes", 2), limit("entries", 1)));

    @Test
    void eachKindHasItsLimitForEachClient() {
        assertThat(granted(RequestKind.READ, 1)).isEqualTo(4);
        assertThat(granted(RequestKind.SEND, 1)).isEqualTo(3);
        assertThat(granted(RequestKind.WRITE, 1)).isEqualTo(2);
        assertThat(granted(RequestKind.ENTER, 1)).isEqualTo(1);
        assertThat(granted(RequestKind.READ, 2)).isEqualTo(4);
    }

    private int granted(RequestKind kind, long user) {
        int count = 0;
        while (service.admit(kind, LimitKey.ofUser(user)).areGranted()) {
            count++;
        }
        return count;
    }
}
