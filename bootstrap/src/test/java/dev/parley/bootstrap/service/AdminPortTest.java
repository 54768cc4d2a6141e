package dev.parley.bootstrap.service;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import java.io.IOException;
import java.io.InputStream;
import java.net.InetAddress;
import java.net.Socket;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Arrays;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/**
 * Requests that a web page makes a browser send to the admin port are refused, and no admin request delays a shutdown.
 */
final class AdminPortTest {

    private static final String FORM = "logger=org.eclipse.jetty&level=DEBUG";
    private static final String LONG_PROFILE = "/pprof?duration=600";

    @TempDir
    private Path home;

    private InProcessService service;

    @BeforeEach
    void start() {
        service = InProcessService.start(home);
    }

    @AfterEach
    void stop() {
        service.close();
    }

    @Test
    void requestOfAWebPageIsRefused() {
        String here = "127.0.0.1:" + service.adminPort();

        for (String path : new String[] {"/", "/threads", "/metrics", "/ready", "/ping", "/nowhere"}) {
            assertThat(get(path, "evil.example:" + service.adminPort(), "").status())
                    .isEqualTo(403);
            assertThat(get(path, here, "Origin: http://evil.example\r\n").status())
                    .isEqualTo(403);
            assertThat(get(path, here, "Origin: null\r\n").status()).isEqualTo(403);
            assertThat(get(path, here, "Sec-Fetch-Site: cross-site\r\n").status())
                    .isEqualTo(403);
            assertThat(get(path, here, "Sec-Fetch-Site: same-site\r\n").status())
                    .isEqualTo(403);
        }
        assertThat(get("/", "evil.example", "").text()).contains("PARLEY_ADMIN_HOSTS");
    }

    @Test
    void requestOfAnOperatorIsServed() {
        String here = "localhost:" + service.adminPort();

        assertThat(get("/ping", here, "").text()).contains("pong");
        assertThat(get("/ping", here, "Origin: http://" + here + "\r\nSec-Fetch-Site: same-origin\r\n")
                        .status())
                .isEqualTo(200);
        assertThat(get("/ping", "[::1]", "Sec-Fetch-Site: none\r\n").status()).isEqualTo(200);
    }

    @Test
    void taskRequiresAHeaderThatNoFormCanSend() {
        ApiResponse form = task("logger=dev.parley&level=DEBUG", "");
        assertThat(form.status()).isEqualTo(403);
        assertThat(form.text()).contains("X-Parley-Task: 1");

        HttpRequest called = service.admin()
                .request("/tasks/log-level?logger=dev.parley.nothing&level=DEBUG&duration=PT1H")
                .header("X-Parley-Task", "1")
                .POST(BodyPublishers.noBody())
                .build();
        assertThat(service.admin().exchange(called).text())
                .contains("Configured logging level for dev.parley.nothing to DEBUG");
    }

    @Test
    void tasksCannotLogSecretsOrHideRequests() {
        String header = "X-Parley-Task: 1\r\n";

        assertThat(task(FORM, header).status()).isEqualTo(403);
        assertThat(task("logger=ROOT&level=TRACE", header).text()).contains("passwords");
        assertThat(task("logger=ROOT&level=OFF", header).status()).isEqualTo(403);
        assertThat(task("logger=ROOT&level=INFO&duration=PT1S", header).status())
                .as("a duration is refused, because the timer of the task would fail")
                .isEqualTo(403);
        assertThat(task("logger=parley.request&level=OFF", header).status()).isEqualTo(403);
        assertThat(RawHttpClient.exchange(
                                service.adminPort(),
                                "POST /tasks/log-level?" + FORM + " HTTP/1.1\r\nHost: localhost\r\n" + header + "\r\n")
                        .status())
                .isEqualTo(403);
    }

    @Test
    void profileEndsWhenItsClientDisconnects() throws IOException {
        try (Socket client = beginProfile()) {
            await().until(AdminPortTest::isProfiling);
            assertThat(service.admin().get("/pprof?duration=1").status()).isEqualTo(503);
            client.shutdownOutput();
            await().until(() -> !isProfiling());
        }

        await().until(() -> service.admin().get("/pprof?duration=1").status() == 200);
    }

    @Test
    void profileEndsAtAStop() throws Exception {
        try (Socket client = beginProfile()) {
            await().until(AdminPortTest::isProfiling);

            CompletableFuture<Void> stop = CompletableFuture.runAsync(
                    service::close, task -> Thread.ofVirtual().start(task));

            stop.get(Duration.ofSeconds(10).toSeconds(), TimeUnit.SECONDS); // far less than the grace period of a stop
            assertThat(isProfiling()).isFalse();
            InputStream answer = client.getInputStream();
            assertThat(new String(answer.readAllBytes(), StandardCharsets.US_ASCII))
                    .startsWith("HTTP/1.1 503 ");
        }
    }

    private Socket beginProfile() throws IOException {
        Socket client = new Socket(InetAddress.getLoopbackAddress(), service.adminPort());
        client.getOutputStream()
                .write(("GET " + LONG_PROFILE + " HTTP/1.1\r\nHost: localhost\r\n\r\n")
                        .getBytes(StandardCharsets.US_ASCII));
        return client;
    }

    private static boolean isProfiling() {
        return Thread.getAllStackTraces().values().stream()
                .anyMatch(stack -> Arrays.stream(stack)
                        .anyMatch(frame -> frame.getClassName().equals("com.papertrail.profiler.CpuProfile")));
    }

    private ApiResponse get(String path, String host, String headers) {
        return RawHttpClient.exchange(
                service.adminPort(),
                "GET " + path + " HTTP/1.1\r\nHost: " + host + "\r\n" + headers + "Connection: close\r\n\r\n");
    }

    private ApiResponse task(String form, String headers) {
        return RawHttpClient.exchange(
                service.adminPort(),
                "POST /tasks/log-level HTTP/1.1\r\nHost: localhost\r\n" + headers
                        + "Content-Type: application/x-www-form-urlencoded\r\nContent-Length: " + form.length()
                        + "\r\nConnection: close\r\n\r\n" + form);
    }
}
