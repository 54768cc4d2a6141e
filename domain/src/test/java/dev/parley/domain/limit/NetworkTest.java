package dev.parley.domain.limit;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

final class NetworkTest {

    @ParameterizedTest
    @CsvSource({
        "192.0.2.1, 192.0.2.1",
        "255.255.255.255, 255.255.255.255",
        "::ffff:192.0.2.1, 192.0.2.1",
        "::FFFF:c000:0201, 192.0.2.1",
        "0:0:0:0:0:ffff:192.0.2.1, 192.0.2.1",
        "::1, 0:0:0:0::/64",
        "::, 0:0:0:0::/64",
        "[::1], 0:0:0:0::/64",
        "2001:db8::17, 2001:db8:0:0::/64",
        "2001:DB8:0:0:ffff:1:2:3, 2001:db8:0:0::/64",
        "2001:0db8:0000:0001::, 2001:db8:0:1::/64",
        "fe80::1%eth0, fe80:0:0:0::/64",
        "1:2:3:4:5:6:7::, 1:2:3:4::/64",
        "::2:3:4:5:6:7:8, 0:2:3:4::/64",
        "64:ff9b::192.0.2.33, 192.0.2.33",
        "64:FF9B:0:0:0:0:c000:221, 192.0.2.33",
        "64:ff9b:1::192.0.2.33, 64:ff9b:1:0::/64",
        "64:ff9b::1:192.0.2.33, 64:ff9b:0:0::/64",
        "64:ff9c::192.0.2.33, 64:ff9c:0:0::/64",
        "65:ff9b::192.0.2.33, 65:ff9b:0:0::/64",
        "2002:c000:221:1::1, 2002:c000:221:1::/64"
    })
    void addressesOfOneClientAreOneNetwork(String address, String network) {
        assertThat(Network.of(Optional.of(address)).text()).isEqualTo(network);
    }

    @ParameterizedTest
    @CsvSource({
        "2001:db8:1:2::3, 2001:db8:1::/48",
        "2001:db8:1:ffff::3, 2001:db8:1::/48",
        "2001:db8:2::, 2001:db8:2::/48",
        "2002:c000:221:1::1, 2002:c000:221::/48",
        "192.0.2.1,",
        "::ffff:192.0.2.1,",
        "64:ff9b::192.0.2.33,",
        "nonsense,"
    })
    void ipv6NetworkHasASite(String address, @Nullable String site) {
        assertThat(Network.of(Optional.of(address)).site()).isEqualTo(Optional.ofNullable(site));
    }

    @Test
    void siteHasEightTimesThePermitsOfANetwork() {
        RateLimit limit = new RateLimit("some", 20, Duration.ofMinutes(1), 10);
        Network network = Network.of(Optional.of("2001:db8:1:2::3"));

        assertThat(network.permits(limit))
                .containsExactly(
                        new NeededPermit(limit, LimitKey.ofNetwork(network)),
                        new NeededPermit(
                                new RateLimit("some", 160, Duration.ofMinutes(1), 80),
                                LimitKey.ofSite("2001:db8:1::/48")));
    }

    @Test
    void networkWithoutSiteNeedsOnePermit() {
        RateLimit limit = new RateLimit("some", 20, Duration.ofMinutes(1), 10);
        Network network = Network.of(Optional.of("192.0.2.1"));

        assertThat(network.permits(limit)).containsExactly(new NeededPermit(limit, LimitKey.ofNetwork(network)));
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "",
                "unknown",
                "localhost",
                "abc",
                "1234",
                "face.b00c",
                "name:80",
                "1.2.3",
                "1.2.3.4.5",
                "1.2.3.256",
                "1.2.3.",
                ".1.2.3.4",
                "1..2.3.4",
                "1.2.3.+4",
                "1.2.3.٤",
                "1.2.3.4:80",
                ":",
                ":::",
                "1::2::3",
                "1:2:3:4:5:6:7",
                "1:2:3:4:5:6:7:8:9",
                "1:2:3:4::5:6:7:8",
                "12345::",
                "g::",
                "1.2.3.4::",
                "::1.2.3.4:5",
                "[::1",
                "1::2:",
                ":1::2",
                "'; DROP TABLE session; --",
                "1:2:3:4:5:6:7:8:1:2:3:4:5:6:7:8:1:2:3:4:5:6:7:8:1:2:3:4:5:6:7:8:1"
            })
    void invalidAddressIsUnknownNetwork(String text) {
        assertThat(Network.of(Optional.of(text))).isEqualTo(Network.UNKNOWN);
    }

    @Test
    void missingAddressIsUnknownNetwork() {
        assertThat(Network.of(Optional.empty())).isEqualTo(Network.UNKNOWN);
    }
}
