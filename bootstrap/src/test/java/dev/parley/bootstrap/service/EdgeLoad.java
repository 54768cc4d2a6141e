package dev.parley.bootstrap.service;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.io.UncheckedIOException;
import java.net.ConnectException;
import java.net.InetAddress;
import java.net.Socket;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.security.GeneralSecurityException;
import java.time.Duration;
import java.util.Map;
import java.util.Objects;
import java.util.concurrent.Callable;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.stream.Stream;
import javax.net.ssl.SSLContext;

/** What {@link HttpEdgeTest} does to a service, all at once and until the service ends. */
final class EdgeLoad implements AutoCloseable {

    private static final AtomicInteger USERS = new AtomicInteger();
    private static final int ENOUGH = 3;
    private static final int MANY = 100;
    private static final int CLIENTS = 2;
    private static final Duration LIMIT = Duration.ofSeconds(60);
    private static final Duration PATIENCE = Duration.ofSeconds(20);
    private static final int SWITCHING_PROTOCOLS = 78;
    private static final String UPGRADE = "GET /v1/me HTTP/1.1\r\nHost: x\r\nConnection: Upgrade, HTTP2-Settings\r\n"
            + "Upgrade: h2c\r\nHTTP2-Settings: \r\n\r\n";
    private static final String UNFINISHED =
            "POST /user/login/ HTTP/1.1\r\nHost: x\r\nContent-Type: application/json\r\nContent-Length: 900000\r\n\r\n{";

    private final ExecutorService executor = Executors.newVirtualThreadPerTaskExecutor();
    private final Map<String, Integer> rounds = new ConcurrentHashMap<>();
    private final Map<String, Exception> failures = new ConcurrentHashMap<>();
    private final SSLContext trust;

    EdgeLoad(Path keyStore) throws IOException, GeneralSecurityException {
        this.trust = KeyStoreFile.trusting(keyStore);
    }

    void start(InProcessService service) {
        String anna = "anna" + USERS.incrementAndGet();
        String bo = "bo" + USERS.get();
        Api sender = service.api().signUp(anna);
        Api receiver = service.api().signUp(bo);
        URI encrypted = URI.create("https://localhost:" + service.port(1) + "/v1/me");
        int upgrading = service.port(2);
        URI plain = URI.create("http://127.0.0.1:" + upgrading + "/v1/me");
        int port = service.port();
        for (int client = 0; client < CLIENTS; client++) {
            repeat("send", () -> sender.send(bo, "hello").status());
            repeat("stream", () -> follow(receiver));
            repeat("h2", () -> visit(encrypted));
            repeat("h2c", () -> visit(plain));
            repeat("upgrade", () -> upgradeAndLeave(upgrading));
            repeat("slow", () -> new SlowClient(UNFINISHED, "x").isEndedBy(port));
            repeat("untaken", () -> leaveUntaken(port));
        }
    }

    /** Every kind has had some answers. */
    void awaitAnswers() {
        await().atMost(LIMIT)
                .untilAsserted(() -> assertThat(rounds)
                        .as("the last failures were %s", failures)
                        .containsKeys("stream", "untaken")
                        .hasEntrySatisfying(
                                "upgrade", count -> assertThat(count).isGreaterThan(MANY))
                        .hasEntrySatisfying("send", count -> assertThat(count).isGreaterThan(ENOUGH))
                        .hasEntrySatisfying("h2", count -> assertThat(count).isGreaterThan(ENOUGH))
                        .hasEntrySatisfying("h2c", count -> assertThat(count).isGreaterThan(ENOUGH)));
    }

    /** Until the service no longer takes connections. A client whose connection was ended opens another. */
    private void repeat(String kind, Callable<?> round) {
        var unused = executor.submit(() -> {
            boolean isServed = true;
            while (isServed && !executor.isShutdown()) {
                isServed = tryRound(kind, round);
            }
            return kind;
        });
    }

    /** False if the service takes no connection. */
    private boolean tryRound(String kind, Callable<?> round) throws Exception {
        try {
            round.call();
            rounds.merge(kind, 1, Integer::sum);
        } catch (IOException | UncheckedIOException ended) {
            failures.put(kind, ended);
            return !isRefused(ended);
        }
        return true;
    }

    private static boolean isRefused(Throwable failure) {
        return Stream.iterate(failure, Objects::nonNull, Throwable::getCause)
                .anyMatch(ConnectException.class::isInstance);
    }

    /** A client of its own, which leaves with its answer. Its own close() waits for ever if the server ends at the wrong moment. */
    private int visit(URI uri) throws IOException, InterruptedException {
        HttpClient client = HttpClient.newBuilder().sslContext(trust).build();
        try {
            HttpRequest request = HttpRequest.newBuilder(uri).timeout(PATIENCE).build();
            return client.send(request, BodyHandlers.ofString()).statusCode();
        } finally {
            client.shutdownNow();
        }
    }

    /** Before its session is registered, if the server is slow: ADR 0018. */
    static int upgradeAndLeave(int port) {
        try (Socket client = new Socket(InetAddress.getLoopbackAddress(), port)) {
            client.setSoTimeout(Math.toIntExact(PATIENCE.toMillis()));
            client.getOutputStream().write(UPGRADE.getBytes(StandardCharsets.US_ASCII));
            return client.getInputStream().readNBytes(SWITCHING_PROTOCOLS).length;
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private int follow(Api user) throws IOException, InterruptedException {
        try (InputStream stream = user.follow(user.base(), user.eventCursor()).body()) {
            int first = stream.read();
            rounds.merge("stream", 1, Integer::sum);
            stream.transferTo(OutputStream.nullOutputStream());
            return first;
        }
    }

    /** More than fits between the two of them, of which the client takes the beginning. */
    private int leaveUntaken(int port) throws IOException {
        try (Socket client = new Socket(InetAddress.getLoopbackAddress(), port)) {
            client.setSoTimeout(Math.toIntExact(PATIENCE.toMillis()));
            client.getOutputStream()
                    .write("GET /docs/swagger-ui-bundle.js HTTP/1.1\r\nHost: x\r\n\r\n"
                            .repeat(8)
                            .getBytes(StandardCharsets.US_ASCII));
            int first = client.getInputStream().read();
            rounds.merge("untaken", 1, Integer::sum);
            await().atMost(PATIENCE).until(() -> isBroken(client));
            return first;
        }
    }

    static boolean isBroken(Socket client) {
        try {
            client.getOutputStream().write('\n');
            return false;
        } catch (IOException broken) {
            return true;
        }
    }

    @Override
    public void close() {
        executor.shutdownNow();
        executor.close();
    }
}
