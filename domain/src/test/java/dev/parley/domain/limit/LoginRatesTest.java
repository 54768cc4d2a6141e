package dev.parley.domain.limit;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.util.Optional;
import org.junit.jupiter.api.Test;

final class LoginRatesTest {

    private static final RateLimit ACCOUNT = new RateLimit("account", 5, Duration.ofMinutes(1), 5);
    private static final RateLimit ADDRESS = new RateLimit("address", 20, Duration.ofMinutes(1), 20);
    private static final LoginRates RATES = new LoginRates(
            ACCOUNT, ADDRESS, new BackOff(4, Duration.ofSeconds(1), Duration.ofSeconds(2), Duration.ofSeconds(3)));
    private static final Network HERE = Network.of(Optional.of("192.0.2.1"));

    @Test
    void unknownNetworkAlsoNeedsASharedPermit() {
        assertThat(RATES.permits("ann", HERE, false))
                .containsExactly(
                        new NeededPermit(ADDRESS, LimitKey.ofNetwork(HERE)),
                        new NeededPermit(ACCOUNT, LimitKey.ofName("ann", HERE)),
                        new NeededPermit(ACCOUNT, LimitKey.ofName("ann")));
    }

    @Test
    void knownNetworkNeedsNoSharedPermit() {
        assertThat(RATES.permits("ann", HERE, true))
                .containsExactly(
                        new NeededPermit(ADDRESS, LimitKey.ofNetwork(HERE)),
                        new NeededPermit(ACCOUNT, LimitKey.ofName("ann", HERE)));
    }

    @Test
    void ipv6NetworkAlsoNeedsAPermitOfItsSite() {
        Network network = Network.of(Optional.of("2001:db8:1:2::3"));

        assertThat(RATES.permits("ann", network, true))
                .containsExactly(
                        new NeededPermit(ADDRESS, LimitKey.ofNetwork(network)),
                        new NeededPermit(ADDRESS.times(Network.SITE_SHARE), LimitKey.ofSite("2001:db8:1::/48")),
                        new NeededPermit(ACCOUNT, LimitKey.ofName("ann", network)));
    }

    @Test
    void keysDifferByKindAndAreRedacted() {
        assertThat(LimitKey.ofName("1").digest())
                .isNotEqualTo(LimitKey.ofUser(1).digest())
                .isNotEqualTo(LimitKey.ofSession(1).digest())
                .isNotEqualTo(LimitKey.ofSite("1").digest())
                .isNotEqualTo(LimitKey.ofName("1", HERE).digest())
                .matches("[0-9a-f]{64}");
        assertThat(LimitKey.ofName("my password")).hasToString("LimitKey[redacted]");
    }
}
