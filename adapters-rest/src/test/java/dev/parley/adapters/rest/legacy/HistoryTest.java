package dev.parley.adapters.rest.legacy;

import static org.assertj.core.api.Assertions.assertThat;

import dev.parley.adapters.rest.testkit.InMemoryParley;
import dev.parley.adapters.rest.testkit.RestServer;
import dev.parley.application.testkit.TestClock;
import io.dropwizard.testing.junit5.DropwizardExtensionsSupport;
import java.nio.charset.StandardCharsets;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

@ExtendWith(DropwizardExtensionsSupport.class)
final class HistoryTest {

    private static final RestServer SERVER = RestServer.over(InMemoryParley.empty(TestClock.standing()));
    private static final String PATH = "/message/%C5%9F%C3%BCkr%C3%BC/";

    private LegacyServer server;
    private String token;

    @BeforeEach
    void writeTwoPages() {
        server = LegacyServer.at(SERVER);
        token = server.newcomer("şükrü");
        while (!server.get(PATH, token).body().contains("\"count\":101,")) {
            server.post(PATH, "{\"content\":\"x\"}", token);
        }
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            quoteCharacter = '`',
            value = {
                "`` | \"?page=2\" | null",
                "?page=1 | \"?page=2\" | null",
                "?page=2 | null | \"\"",
                "?page=last | null | \"\"",
                "?b=2&page=x&page=%202&a=1+1 | null | \"?a=1+1&b=2\"",
                "?page=0_1&z=%c5%9f&z | \"?page=2&z=%C5%9F&z=\" | null",
            })
    void pageLinksToItsNeighbours(String query, String next, String previous) {
        assertThat(server.get(PATH + query, token).body())
                .contains("\"next\":" + link(next) + ",\"previous\":" + link(previous) + ",");
        assertThat(server.get(PATH.substring(0, PATH.length() - 1) + query, token)
                        .body())
                .contains("\"next\":" + link(next) + ",\"previous\":" + link(previous) + ",");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "evil.example",
                "evil.example:80",
                "a%2fb",
                "localhost",
                "localhost:1",
                "127.0.0.1",
                "127.0.0.2:<port>",
                "localhost.evil.example:<port>",
                "[::2]:<port>"
            })
    void linkIgnoresAForgedHost(String host) {
        assertThat(ofHost(host, "")).contains("\"next\":\"" + PATH + "?page=2\",\"previous\":null,");
        assertThat(ofHost(host, "?page=2")).contains("\"next\":null,\"previous\":\"" + PATH + "\",");
    }

    @ParameterizedTest
    @ValueSource(strings = {"localhost:<port>", "127.0.0.1:<port>", "[::1]:<port>"})
    void linkKeepsTheConnectionAddress(String host) {
        String called = host.replace("<port>", Integer.toString(SERVER.base().getPort()));
        assertThat(ofHost(host, "")).contains("\"next\":\"http://" + called + PATH + "?page=2\"");
    }

    private String ofHost(String host, String query) {
        String request = "GET " + PATH + query + " HTTP/1.1\r\nHost: "
                + host.replace("<port>", Integer.toString(SERVER.base().getPort()))
                + "\r\nAuthorization: Token " + token + "\r\nConnection: close\r\n\r\n";
        return server.http().exchange(request.getBytes(StandardCharsets.US_ASCII));
    }

    private static String link(String query) {
        return query.replaceFirst("^\"", "\"" + SERVER.base() + PATH);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "?page=",
                "?page=3",
                "?page=0",
                "?page=-1",
                "?page=1.0",
                "?page=%ZZ",
                "?page=1&page=x",
                "?page=99999999999999999999"
            })
    void pageOutOfRangeIsInvalid(String query) {
        assertThat(server.get(PATH + query, token).body()).isEqualTo("{\"detail\":\"Invalid page.\"}");
        assertThat(server.get(PATH + query, token).status()).isEqualTo(404);
    }

    @Test
    void unknownUserIsReportedBeforeAnInvalidPage() {
        assertThat(server.get("/message/nobody/?page=x", token).body()).isEqualTo("{\"detail\":\"Not found.\"}");
    }
}
