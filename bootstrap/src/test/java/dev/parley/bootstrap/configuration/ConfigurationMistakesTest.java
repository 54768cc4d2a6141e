package dev.parley.bootstrap.configuration;

import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.dropwizard.configuration.ConfigurationException;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.stream.Collectors;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** The project's own config.yml with one error, and files that are not a configuration. */
final class ConfigurationMistakesTest extends WithConfigurationFile {

    @TempDir
    private Path temporary;

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                // unknown
                "relay: | 'colour: red\nrelay:' | colour",
                "batch: 500 | 'batch: 500\nbulk: 1' | relay.bulk",
                "passes: 2 | 'passes: 2\nsalt: 1' | passwords.salt",
                "seenInterval: 1h | 'seenInterval: 1h\nforever: true' | sessions.forever",
                "lockTimeout: 2s | 'lockTimeout: 2s\nlockTimeouts: 1' | database.lockTimeouts",
                "maxThreads: 2048 | 'maxThread: 2048' | server.maxThread",
                // removed
                "- type: console | '- type: lingering-console' | lingering-console has been removed: write console",
                "- type: private-file | '- type: lingering-file' | lingering-file has been removed: write private-file",
                // missing
                "lockTimeout: 2s | '' | lockTimeout",
                "idle: 250ms | '' | idle",
                "memoryKibibytes: 19456 | '' | memoryKibibytes",
                "'dataDirectory: ''${PARLEY_DATA_DIR:-./data}''' | '' | dataDirectory",
                // of the wrong type
                "batch: 500 | 'batch: many' | relay.batch",
                "lockTimeout: 2s | 'lockTimeout: soon' | database.lockTimeout",
                "maxLag: 60s | 'maxLag: [1]' | relay.maxLag",
                "passes: 2 | 'passes: 2.5' | passwords.passes",
                // without a value
                "passes: 2 | 'passes:' | passwords.passes",
                "seenInterval: 1h | 'seenInterval:' | sessions.seenInterval",
                "'lifetime: ${PARLEY_SESSION_LIFETIME:-90d}' | 'lifetime:' | sessions.lifetime",
                "'dataDirectory: ''${PARLEY_DATA_DIR:-./data}''' | 'dataDirectory:' | dataDirectory",
                // out of bounds
                "batch: 500 | 'batch: 0' | relay.batch",
                "batch: 500 | 'batch: 1001' | relay.batch",
                "idle: 250ms | 'idle: 0ms' | relay.idle",
                "maxLag: 60s | 'maxLag: 999ms' | relay.maxLag",
                "memoryKibibytes: 19456 | 'memoryKibibytes: 19455' | passwords.memoryKibibytes",
                "passes: 2 | 'passes: 1' | passwords.passes",
                "threads: 1 | 'threads: 0' | passwords.threads",
                "maxWaiting: 64 | 'maxWaiting: 0' | passwords.maxWaiting",
                "seenInterval: 1h | 'seenInterval: 91d' | seenInterval must be shorter than lifetime",
                "lockTimeout: 2s | 'lockTimeout:' | database.lockTimeout",
                "socketTimeout: 6s | 'socketTimeout: 10ms' | atabase.socketTimeout",
                "socketTimeout: 6s | 'socketTimeout: 5s' | socketTimeout must be longer than statementTimeout",
                "maxConnections: 12 | 'maxConnections: 1' | database.maxConnections",
                "'enabled: ${PARLEY_RATE_LIMITS:-on}' | 'enabled: perhaps' | rateLimits.enabled",
                "'enabled: ${PARLEY_RATE_LIMITS:-on}' | 'enabled:' | rateLimits.enabled",
                "'sends: {rate: 10, per: 1s, burst: 30}' | 'sends: {rate: 0, per: 1s, burst: 30}' | rateLimits.sends.rate",
                "'sends: {rate: 10, per: 1s, burst: 30}' | 'sends: {rate: 1, per: 2d, burst: 30}' | rateLimits.sends.per",
                "'sends: {rate: 10, per: 1s, burst: 30}' | 'sends: {rate: 1, per: 1s}' | burst",
                "'failedLogins: {free: 4, firstWait: 30s, longestWait: 15m, forgottenAfter: 1h}' | 'failedLogins: {free: 4, firstWait: 30s, longestWait: 15m, forgottenAfter: 15m}' | must grow in this order",
                "'trustedProxies: [${PARLEY_TRUSTED_PROXIES:-}]' | 'trustedProxies: [10.0.0.0/8, proxy.example]' | trustedProxies are addresses",
                "'trustedProxies: [${PARLEY_TRUSTED_PROXIES:-}]' | 'trustedProxies: [0.0.0.0/0]' | trustedProxies are addresses",
                "'adminHosts: [${PARLEY_ADMIN_HOSTS:-}]' | 'adminHosts: [good.example, parley.example:8081]' | PARLEY_ADMIN_HOSTS",
                "'trustedProxies: [${PARLEY_TRUSTED_PROXIES:-}]' | 'trustedProxies:' | trustedProxies",
                "maxThreads: 2048 | 'maxThreads: [1]' | server.maxThreads",
                "acceptQueueSize: 1024 | 'acceptQueueSize: 1024\nuseForwardedHeaders: true' | useForwardedHeaders trusts every client",
                "maxConnections: 3 | 'maxConnections: 501' | activityDatabase.maxConnections",
                "'url: ''${PARLEY_DATABASE_URL:-}''' | 'url:' | database.url",
                "requestTimeout: 60s | 'headersTimeout: 10s' | http.headersTimeout has been removed: use idleTimeout",
                "requestTimeout: 60s | 'answerTimeout: 10s' | http.answerTimeout has been removed: use idleTimeout",
                "requestTimeout: 60s | 'maxSlowClients: 256' | http.maxSlowClients has been removed: use server.maxThreads",
                "requestTimeout: 60s | 'requestTimeout: 0s' | http.requestTimeout",
                "requestTimeout: 60s | 'requestTimeout:' | http.requestTimeout",
            })
    void mistakeNamesItsKey(String right, String wrong, String key) throws IOException {
        String real = Files.readString(REAL);
        String line = real.lines()
                .filter(candidate -> candidate.strip().equals(right))
                .findFirst()
                .orElseThrow();
        String indentation = line.substring(0, line.indexOf(right));
        String changed = wrong.lines().map(indentation::concat).collect(Collectors.joining("\n"));
        Path file = Files.writeString(
                temporary.resolve("wrong.yml"), real.replace("\n" + line + "\n", "\n" + changed + "\n"));

        assertThatThrownBy(() -> load(file))
                .isInstanceOf(ConfigurationException.class)
                .hasMessageContaining(key);
    }

    @ParameterizedTest
    @ValueSource(strings = {"a: [", "\tdatabase: 1", "just text", "''"})
    void otherFileIsRefused(String text) throws IOException {
        Path file = Files.writeString(temporary.resolve("wrong.yml"), text);

        assertThatThrownBy(() -> load(file)).isInstanceOf(ConfigurationException.class);
    }

    @ParameterizedTest
    @CsvSource({
        "PARLEY_DATABASE_URL, jdbc:postgresql://one/parley, activityDatabase",
        "PARLEY_ACTIVITY_DATABASE_URL, jdbc:postgresql://two/activity, activityDatabase",
        "PARLEY_DATABASE_URL, postgres://one/parley, database.url",
        "PARLEY_PORT, eighty, port",
        "PARLEY_CORS_ORIGINS, app.example, http.allowedOrigins",
        "PARLEY_PUBLIC_URL, chat.example, http.publicUrl",
        "PARLEY_PUBLIC_URL, https://chat.example?x, http.publicUrl",
        "PARLEY_CORS_ORIGINS, https://app.example/, http.allowedOrigins",
        "PARLEY_ADMIN_OPEN, perhaps, adminOpen",
    })
    void invalidVariableNamesItsKey(String name, String value, String key) {
        environment.put(name, value);

        assertThatThrownBy(this::load)
                .isInstanceOf(ConfigurationException.class)
                .hasMessageContaining(key);
    }
}
