package dev.parley.adapters.rest.docs;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import com.fasterxml.jackson.databind.JsonNode;
import dev.parley.adapters.rest.testkit.Json;
import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse.BodyHandlers;
import java.net.http.WebSocket;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionStage;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/** One page of a Chromium without a window, by its DevTools protocol. No host has an address for it but this one. */
final class Browser implements AutoCloseable, WebSocket.Listener {

    private static final Duration PATIENCE = Duration.ofMinutes(1);

    private final HttpClient http = HttpClient.newHttpClient();
    private final Process process;
    private final WebSocket socket;
    private final StringBuilder incoming = new StringBuilder();
    private final AtomicInteger calls = new AtomicInteger();
    private final Map<Integer, CompletableFuture<JsonNode>> answers = new ConcurrentHashMap<>();
    private final List<JsonNode> events = new CopyOnWriteArrayList<>();

    Browser(String program, Path profile) throws IOException, InterruptedException {
        this.process = new ProcessBuilder(
                        program,
                        "--headless",
                        "--no-sandbox",
                        "--disable-gpu",
                        "--disable-background-networking",
                        "--no-first-run",
                        "--user-data-dir=" + profile,
                        "--host-resolver-rules=MAP * ~NOTFOUND, EXCLUDE localhost",
                        "--remote-debugging-port=0",
                        "about:blank")
                .redirectErrorStream(true)
                .redirectOutput(profile.resolveSibling("browser.log").toFile())
                .start();
        Path port = profile.resolve("DevToolsActivePort");
        await().atMost(PATIENCE)
                .until(() -> Files.exists(port) && Files.readString(port).contains("\n"));
        URI newPage = URI.create(
                "http://localhost:" + Files.readString(port).lines().findFirst().orElseThrow() + "/json/new");
        String page = http.send(
                        HttpRequest.newBuilder(newPage)
                                .PUT(HttpRequest.BodyPublishers.noBody())
                                .build(),
                        BodyHandlers.ofString())
                .body();
        this.socket = http.newWebSocketBuilder()
                .buildAsync(URI.create(Json.of(page).get("webSocketDebuggerUrl").asText()), this)
                .join();
    }

    /** @param parameters as JSON */
    JsonNode call(String method, String parameters) {
        int id = calls.incrementAndGet();
        CompletableFuture<JsonNode> answer = new CompletableFuture<>();
        answers.put(id, answer);
        socket.sendText("{\"id\":%d,\"method\":\"%s\",\"params\":%s}".formatted(id, method, parameters), true)
                .join();
        return answer.orTimeout(PATIENCE.toSeconds(), TimeUnit.SECONDS).join().path("result");
    }

    /** What an expression of JavaScript is in the page. */
    String evaluate(String expression) {
        return call("Runtime.evaluate", "{\"returnByValue\":true,\"expression\":\"" + expression + "\"}")
                .at("/result/value")
                .asText();
    }

    /** What was told under a name so far. */
    Stream<JsonNode> events(String method) {
        return events.stream()
                .filter(event -> event.path("method").asText().equals(method))
                .map(event -> event.get("params"));
    }

    @Override
    public @Nullable CompletionStage<?> onText(WebSocket from, CharSequence text, boolean last) {
        incoming.append(text);
        if (last) {
            JsonNode message = Json.of(incoming.toString());
            incoming.setLength(0);
            if (message.has("id")) {
                Objects.requireNonNull(answers.remove(message.get("id").asInt()))
                        .complete(message);
            } else {
                events.add(message);
            }
        }
        from.request(1);
        return null;
    }

    @Override
    public void close() throws InterruptedException {
        socket.abort();
        process.descendants().forEach(ProcessHandle::destroyForcibly);
        assertThat(process.destroyForcibly().waitFor(PATIENCE.toSeconds(), TimeUnit.SECONDS))
                .isTrue();
        http.close();
    }
}
