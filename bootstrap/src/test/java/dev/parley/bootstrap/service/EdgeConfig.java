package dev.parley.bootstrap.service;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;

/** The delivered configuration with its examples of connectors, two origins that are allowed, and little patience. */
final class EdgeConfig {

    private EdgeConfig() {}

    static Path in(Path home, Path keyStore) throws IOException {
        String text = Files.readString(Settings.configFile())
                .replaceAll("(?m)^    #(- type: h2|  )", "    $1") // the examples
                .replace("${PARLEY_TLS_PORT:-8443}", "0")
                .replace("${PARLEY_H2C_PORT:-8082}", "0")
                .replace("${PARLEY_TLS_KEY_STORE:-./parley.p12}", keyStore.toString())
                .replace("${PARLEY_TLS_PASSWORD:-}", KeyStoreFile.PASSWORD)
                .replace("${PARLEY_CORS_ORIGINS:-}", "https://app.example, http://localhost:3000")
                .replace("requestTimeout: 60s", "requestTimeout: 2s")
                .replace("idleTimeout: 30s", "idleTimeout: 2s")
                .replace("heartbeat: 15s", "heartbeat: 1s")
                .replace("shutdownSpread: 3s", "shutdownSpread: 300ms");
        return Files.writeString(home.resolve("config.yml"), text);
    }
}
