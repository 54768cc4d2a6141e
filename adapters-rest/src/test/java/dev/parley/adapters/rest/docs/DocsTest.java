package dev.parley.adapters.rest.docs;

import static org.assertj.core.api.Assertions.assertThat;

import dev.parley.adapters.rest.testkit.InMemoryParley;
import dev.parley.adapters.rest.testkit.RawHttp;
import dev.parley.adapters.rest.testkit.RawHttp.Answer;
import dev.parley.adapters.rest.testkit.RawHttp.Request;
import dev.parley.adapters.rest.testkit.RestServer;
import dev.parley.application.testkit.TestClock;
import io.dropwizard.testing.junit5.DropwizardExtensionsSupport;
import java.util.List;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** The page at {@code /docs} needs no other host, and lets no other host in. */
@ExtendWith(DropwizardExtensionsSupport.class)
final class DocsTest {

    private static final RestServer SERVER = RestServer.over(InMemoryParley.empty(TestClock.standing()));

    private static final Pattern LINK = Pattern.compile("(?:src|href)\\s*=\\s*\"([^\"]*)\"");
    private static final Pattern STYLE_LINK =
            Pattern.compile("url\\(\\s*[\"']?([^\"')]{1,40})|@import\\s+([^;]{1,40})");

    private RawHttp http;

    @BeforeEach
    void open() {
        http = new RawHttp(SERVER.base());
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
            /docs                       | text/html;charset=utf-8
            /docs/page.css              | text/css;charset=utf-8
            /docs/page.js               | text/javascript;charset=utf-8
            /docs/swagger-ui.css        | text/css;charset=utf-8
            /docs/swagger-ui-bundle.js  | text/javascript;charset=utf-8
            /docs/favicon-32x32.png     | image/png
            """)
    void everyFileIsServedWithThePolicy(String path, String mediaType) {
        Answer answer = get(path);
        assertThat(answer.status()).isEqualTo(200);
        assertThat(answer.header("content-type")).contains(mediaType);
        assertThat(answer.header("content-security-policy")).contains(DocsResource.POLICY);
        assertThat(answer.header("x-content-type-options")).contains("nosniff");
        assertThat(answer.header("x-frame-options")).contains("DENY");
        assertThat(answer.header("referrer-policy")).contains("no-referrer");
        assertThat(answer.header("cache-control")).contains("no-cache");
        assertThat(answer.header("server")).isEmpty();
    }

    /** So the browser itself sees to it that no other host is asked, whatever is in the scripts. */
    @Test
    void thePolicyNamesNoOtherHostAndNoInlineScript() {
        List<String> sources = Stream.of(DocsResource.POLICY.split("; "))
                .flatMap(directive -> Stream.of(directive.split(" ")).skip(1))
                .distinct()
                .toList();
        assertThat(sources).containsExactlyInAnyOrder("'none'", "'self'", "data:");
        assertThat(DocsResource.POLICY)
                .startsWith("default-src 'none'")
                .contains("script-src 'self';")
                .contains("connect-src 'self';")
                .contains("frame-ancestors 'none'");
    }

    @Test
    void thePageLinksToNothingButItsOwnFilesAndTheDocument() {
        String page = get("/docs").body();
        List<String> links =
                LINK.matcher(page).results().map(link -> link.group(1)).toList();
        assertThat(links).hasSize(6).allMatch(link -> link.startsWith("/docs/") || link.equals("/v1/openapi.json"));
        assertThat(links).allSatisfy(link -> assertThat(get(link).status()).isEqualTo(200));
        assertThat(page).doesNotContain("//", "<style", "style=", "onload", "javascript:");
        assertThat(Pattern.compile("<script[^>]*>([^<]*)")
                        .matcher(page)
                        .results()
                        .map(script -> script.group(1)))
                .hasSize(2)
                .allMatch(String::isBlank);
    }

    @Test
    void theStylesLoadNothing() {
        for (String path : new String[] {"/docs/swagger-ui.css", "/docs/page.css"}) {
            assertThat(STYLE_LINK.matcher(get(path).body()).results().map(MatchResult::group))
                    .allMatch(link -> link.matches("url\\(\\s*[\"']?data:.*"));
        }
    }

    @Test
    void theScriptAsksThisHostForTheDocumentAndNobodyForAVerdict() {
        String script = get("/docs/page.js").body();
        assertThat(script).contains("url: '/v1/openapi.json'", "validatorUrl: 'none'", "queryConfigEnabled: false");
        assertThat(script.lines().filter(line -> !line.startsWith("//"))).noneMatch(line -> line.contains("//"));
    }

    @Test
    void whoeverHasAFileIsToldSo() {
        String tag = get("/docs/swagger-ui-bundle.js").header("etag").orElseThrow();
        Answer again = http.send(Request.of("GET", "/docs/swagger-ui-bundle.js").with("If-None-Match", tag));
        assertThat(again.status()).isEqualTo(304);
        assertThat(again.body()).isEmpty();
        assertThat(again.header("content-security-policy")).contains(DocsResource.POLICY);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "/docs/nope",
                "/docs/swagger-ui.js",
                "/docs/oauth2-redirect.html",
                "/docs/..%2f..%2fconfig.yml",
                "/docs/%2e%2e/config.yml",
                "/docs/page.js/x"
            })
    void nothingElseIsThere(String path) {
        assertThat(get(path).status()).isEqualTo(404);
    }

    @Test
    void aTokenOnTheWayIsNobodysBusiness() {
        assertThat(http.send(Request.of("GET", "/docs").as("dead")).status()).isEqualTo(200);
    }

    private Answer get(String path) {
        return http.send(Request.of("GET", path));
    }
}
