package dev.parley.application.service.limit;

import static org.assertj.core.api.Assertions.assertThat;

import dev.parley.application.testkit.InMemoryNodeLimits;
import dev.parley.application.testkit.TestClock;
import dev.parley.domain.limit.Client;
import dev.parley.domain.limit.Network;
import dev.parley.domain.limit.RateLimit;
import dev.parley.domain.limit.RequestKind;
import dev.parley.domain.limit.RequestRates;
import java.time.Duration;
import java.util.Optional;
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

    @Test
    void anonymousIpv6ClientIsRejectedWithoutPermitOfItsNetworkOrSite() {
        for (int network = 0; network < 8; network++) {
            assertThat(granted(RequestKind.ENTER, anonymous("2001:db8:1:" + network + "::1")))
                    .isEqualTo(1);
        }

        assertThat(granted(RequestKind.ENTER, anonymous("2001:db8:1:9::1"))).isZero();
        assertThat(granted(RequestKind.ENTER, anonymous("2001:db8:2:9::1"))).isEqualTo(1);
        assertThat(granted(RequestKind.ENTER, anonymous("192.0.2.1"))).isEqualTo(1);
        assertThat(granted(RequestKind.ENTER, anonymous("64:ff9b::192.0.2.1"))).isZero();
        assertThat(granted(RequestKind.ENTER, anonymous("64:ff9b::192.0.2.2"))).isEqualTo(1);
    }

    private static Client anonymous(String address) {
        return new Client.Anonymous(Network.of(Optional.of(address)));
    }

    private int granted(RequestKind kind, long user) {
        return granted(kind, new Client.User(user));
    }

    private int granted(RequestKind kind, Client client) {
        int count = 0;
        while (service.admit(kind, client).areGranted()) {
            count++;
        }
        return count;
    }
}
