package dev.parley.adapters.rest.legacy.page;

import static org.assertj.core.api.Assertions.assertThat;

import jakarta.servlet.http.HttpServletRequest;
import java.lang.reflect.Proxy;
import java.net.URI;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

final class LinkBaseTest {

    private static final URI REQUESTED = URI.create("http://called/");

    @ParameterizedTest
    @CsvSource({
        "192.0.2.7, 192.0.2.7, true",
        "192.0.2.7, 192.0.2.8, false",
        "192.0.2.7, localhost, false",
        "192.0.2.7, 127.0.0.1, false",
        "2001:db8::7, [2001:db8::7], true",
        "2001:db8::7, [2001:db8::8], false",
        "127.0.0.1, localhost, true",
        "127.0.0.1, 127.0.0.1, true",
        "[::1], [::1], true",
        "127.0.0.1, chat.example, false",
    })
    void addressOfTheConnectionIsTrusted(String local, String called, boolean isBelieved) {
        assertThat(LinkBase.UNKNOWN.of(request(local, called, 8080), REQUESTED))
                .isEqualTo(isBelieved ? REQUESTED : URI.create("/"));
    }

    @Test
    void anotherPortIsNotTrusted() {
        assertThat(LinkBase.UNKNOWN.of(request("127.0.0.1", "localhost", 81), REQUESTED))
                .isEqualTo(URI.create("/"));
    }

    @Test
    void configuredUrlTakesPrecedence() {
        URI url = URI.create("https://chat.example/");
        assertThat(new LinkBase(Optional.of(url)).of(request("127.0.0.1", "localhost", 8080), REQUESTED))
                .isEqualTo(url);
    }

    private static HttpServletRequest request(String local, String called, int port) {
        Map<String, Object> answers =
                Map.of("getLocalAddr", local, "getLocalPort", 8080, "getServerName", called, "getServerPort", port);
        return (HttpServletRequest) Proxy.newProxyInstance(
                LinkBaseTest.class.getClassLoader(),
                new Class<?>[] {HttpServletRequest.class},
                (proxy, method, arguments) -> answers.get(method.getName()));
    }
}
