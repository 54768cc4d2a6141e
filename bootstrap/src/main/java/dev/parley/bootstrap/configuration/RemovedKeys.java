package dev.parley.bootstrap.configuration;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** Removed keys, each with its replacement. */
final class RemovedKeys {

    /** By the type of an appender. */
    private static final Map<String, String> APPENDERS =
            Map.of("lingering-console", "console", "lingering-file", "private-file");

    private RemovedKeys() {}

    /** One sentence for each removed key in the configuration. */
    static List<String> in(JsonNode configuration) {
        return configuration.at("/logging").findValuesAsText("type").stream()
                .flatMap(type -> Optional.ofNullable(APPENDERS.get(type)).stream()
                        .map(replacement -> "the appender type " + type + " has been removed: write " + replacement))
                .distinct()
                .toList();
    }
}
