package dev.parley.bootstrap.configuration;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;

/** Removed keys, each with its replacement. */
final class RemovedKeys {

    /** Appenders, by type. */
    private static final Map<String, String> APPENDERS =
            Map.of("lingering-console", "console", "lingering-file", "private-file");

    private static final String PROXY = "a proxy's time-out for slow clients (docs/operating/security.md)";

    /** Keys of {@code http}. */
    private static final Map<String, String> HTTP = Map.of(
            "headersTimeout", "idleTimeout of the connector and " + PROXY,
            "answerTimeout", "idleTimeout of the connector and " + PROXY,
            "maxSlowClients", "server.maxThreads and " + PROXY);

    private RemovedKeys() {}

    /** One sentence for each removed key in the configuration. */
    static List<String> in(JsonNode configuration) {
        return Stream.concat(appenders(configuration.at("/logging")), http(configuration.at("/http")))
                .distinct()
                .toList();
    }

    private static Stream<String> appenders(JsonNode logging) {
        return logging.findValuesAsText("type").stream()
                .flatMap(type -> Optional.ofNullable(APPENDERS.get(type)).stream()
                        .map(replacement -> "the appender type " + type + " has been removed: write " + replacement));
    }

    private static Stream<String> http(JsonNode http) {
        return HTTP.entrySet().stream()
                .filter(key -> http.has(key.getKey()))
                .map(key -> "http." + key.getKey() + " has been removed: use " + key.getValue())
                .sorted();
    }
}
