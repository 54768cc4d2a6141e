package dev.parley.bootstrap.http;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import java.net.InetAddress;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

final class TrustedProxiesTest {

    private static final TrustedProxies PROXIES =
            TrustedProxies.of(List.of("10.0.0.0/8", "192.0.2.1", "2001:db8:1::/49", "::1"));

    private static InetAddress address(String text) {
        return AddressBlock.address(text).orElseThrow();
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                // nobody is believed who is not trusted
                "203.0.113.9 | 198.51.100.1 | 203.0.113.9",
                "192.0.2.2 | 198.51.100.1 | 192.0.2.2",
                "11.0.0.1 | 198.51.100.1 | 11.0.0.1",
                // one proxy
                "10.1.2.3 | 198.51.100.1 | 198.51.100.1",
                "192.0.2.1 | 2001:db8:2::5 | 2001:db8:2::5",
                "::1 | 198.51.100.1 | 198.51.100.1",
                "2001:db8:1:7fff::1 | 198.51.100.1 | 198.51.100.1",
                "2001:db8:1:8000::1 | 198.51.100.1 | 2001:db8:1:8000::1",
                // what a client writes itself stands before what the proxy adds
                "10.1.2.3 | 1.1.1.1, 198.51.100.1 | 198.51.100.1",
                "10.1.2.3 | 10.9.9.9, 198.51.100.1 | 198.51.100.1",
                "10.1.2.3 | 1.1.1.1,,<script>, 198.51.100.1 | 198.51.100.1",
                // a chain of ours
                "10.1.2.3 | 198.51.100.1, 10.4.5.6 | 198.51.100.1",
                "10.1.2.3 | 1.1.1.1, 198.51.100.1, 192.0.2.1,10.4.5.6 | 198.51.100.1",
                "10.1.2.3 | 10.7.8.9, 10.4.5.6 | 10.7.8.9",
                // with ports
                "10.1.2.3 | 198.51.100.1:4711 | 198.51.100.1",
                "10.1.2.3 | [2001:db8:2::5]:4711 | 2001:db8:2::5",
                "10.1.2.3 | [2001:db8:2::5] | 2001:db8:2::5",
                // what is no address is not looked behind
                "10.1.2.3 | unknown | 10.1.2.3",
                "10.1.2.3 | '' | 10.1.2.3",
                "10.1.2.3 | 198.51.100.1, _hidden | 10.1.2.3",
                "10.1.2.3 | 198.51.100.1, localhost, 10.4.5.6 | 10.4.5.6",
                "10.1.2.3 | 999.1.1.1 | 10.1.2.3",
                "10.1.2.3 | [2001:db8::1 | 10.1.2.3",
            })
    void theLastAddressThatIsNotOursIsTheClients(String peer, String header, String client) {
        assertThat(PROXIES.clientOf(address(peer), List.of(header))).isEqualTo(address(client));
    }

    @Test
    void severalHeadersAreOneList() {
        assertThat(PROXIES.clientOf(address("10.0.0.1"), List.of("1.1.1.1", "198.51.100.1", "10.0.0.2")))
                .isEqualTo(address("198.51.100.1"));
    }

    @Test
    void forwardedHeaderIsIgnoredWithoutTrustedProxies() {
        TrustedProxies none = TrustedProxies.of(List.of());

        assertThat(none.isEmpty()).isTrue();
        assertThat(none.clientOf(address("10.0.0.1"), List.of("198.51.100.1"))).isEqualTo(address("10.0.0.1"));
        assertThat(PROXIES.isEmpty()).isFalse();
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "",
                "localhost",
                "10.0.0.0/33",
                "10.0.0.0/0",
                "10.0.0.0/",
                "10.0.0.0/x",
                "10.0.0.0/-1",
                "::/0",
                "::/129",
                "/8",
                "10.0.0"
            })
    void whatIsNoBlockIsRefused(String text) {
        assertThat(TrustedProxies.areBlocks(List.of("10.0.0.0/8", text))).isFalse();
        assertThatIllegalArgumentException().isThrownBy(() -> TrustedProxies.of(List.of(text)));
    }
}
