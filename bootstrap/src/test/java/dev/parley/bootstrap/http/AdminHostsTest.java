package dev.parley.bootstrap.http;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

final class AdminHostsTest {

    private final AdminHosts closed = AdminHosts.of(List.of(), false);
    private final AdminHosts open = AdminHosts.of(List.of("Parley-Admin.example"), true);

    @ParameterizedTest
    @ValueSource(strings = {"localhost", "LOCALHOST", "127.0.0.1", "127.8.8.8", "[::1]", "::1", "[::ffff:127.0.0.1]"})
    void thisMachineCallsItByItsLoopback(String host) {
        assertThat(closed.allow(host)).isTrue();
        assertThat(open.allow(host)).isTrue();
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "a.example:8081",
                "http://a.example",
                "a.example/",
                "a.example.",
                ".a.example",
                "a..example",
                " a",
                ""
            })
    void whatNoRequestCallsItByIsNoName(String text) {
        assertThat(AdminHosts.isName(text)).isFalse();
    }

    @ParameterizedTest
    @ValueSource(strings = {"parley", "Parley-Admin.example", "parley_admin.svc", "192.0.2.1"})
    void aNameIsOne(String text) {
        assertThat(AdminHosts.isName(text)).isTrue();
    }

    @ParameterizedTest
    @ValueSource(strings = {"192.0.2.1", "[2001:db8::1]", "parley-admin.example", "PARLEY-admin.EXAMPLE"})
    void otherMachinesCallItByAnAddressOrAConfiguredNameIfItIsOpen(String host) {
        assertThat(closed.allow(host)).isFalse();
        assertThat(open.allow(host)).isTrue();
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "evil.example",
                "localhost.evil.example",
                "127.0.0.1.evil.example",
                "localhost.",
                "0x7f.1",
                "",
                "[]"
            })
    void aPageOfAnotherNameDoesNot(String host) {
        assertThat(closed.allow(host)).isFalse();
        assertThat(open.allow(host)).isFalse();
    }
}
