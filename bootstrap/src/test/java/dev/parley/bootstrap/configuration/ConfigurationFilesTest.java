package dev.parley.bootstrap.configuration;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import ch.qos.logback.core.ContextBase;
import ch.qos.logback.core.rolling.helper.FileNamePattern;
import dev.parley.bootstrap.ParleyApplication;
import io.dropwizard.configuration.ConfigurationException;
import io.dropwizard.core.server.DefaultServerFactory;
import io.dropwizard.core.setup.Bootstrap;
import io.dropwizard.jetty.HttpConnectorFactory;
import io.dropwizard.logging.common.DefaultLoggingFactory;
import io.dropwizard.logging.common.FileAppenderFactory;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneId;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.apache.commons.io.output.NullPrintStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** The project's own config.yml, as it is and with something wrong in it. */
final class ConfigurationFilesTest {

    private static final Path REAL = Path.of("..", "config.yml");
    private static final Bootstrap<ParleyConfiguration> BOOTSTRAP =
            new Bootstrap<>(new ParleyApplication(NullPrintStream.INSTANCE));

    @TempDir
    private Path temporary;

    private final Map<String, String> environment = new HashMap<>();

    @Test
    void theRealFileIsValidAndRunsAnEmbeddedDatabase() throws IOException, ConfigurationException {
        ParleyConfiguration configuration = load();

        assertThat(configuration.getDataDirectory()).isEqualTo(Path.of("./data"));
        assertThat(configuration.getDatabase().isExternal()).isFalse();
        assertThat(configuration.getActivityDatabase().isExternal()).isFalse();
        assertThat(configuration.getMigrations().atStart()).isFalse();
        assertThat(configuration.getSessions().policy().lifetime()).isEqualTo(Duration.ofDays(90));
        assertThat(configuration.getPasswords().memoryKibibytes()).isEqualTo(19_456);
        assertThat(configuration.getRelay().batch()).isEqualTo(500);
        assertThat(port(configuration)).isEqualTo(8080);
        assertThat(adminPort(configuration)).isEqualTo(8081);
        assertThat(logFile(configuration)).isEqualTo("./log_file");
    }

    /** As the times of its lines and docs/operations.md say, and not the time zone of whoever starts it. */
    @Test
    void theLogFileIsRotatedAtMidnightOfUtc() throws IOException, ConfigurationException {
        FileNamePattern archives =
                new FileNamePattern(logFileAppender(load()).getArchivedLogFilenamePattern(), new ContextBase());

        assertThat(archives.getPrimaryDateTokenConverter().getZoneId()).isEqualTo(ZoneId.of("UTC"));
        assertThat(archives.convertMultipleArguments(Instant.parse("2026-11-29T23:59:59.999Z"), 3))
                .isEqualTo("./log_file.2026-11-29.3.gz");
        assertThat(archives.convertMultipleArguments(Instant.parse("2026-11-30T00:00:00Z"), 0))
                .isEqualTo("./log_file.2026-11-30.0.gz");
    }

    @Test
    void theFileOfTheWorkingDirectoryIsTheDefault() {
        assertThatThrownBy(() -> ConfigurationFiles.load(bootstrap(), Optional.empty()))
                .hasMessageContaining(ConfigurationFiles.DEFAULT);
    }

    @Test
    void everyVariableOfTheEnvironmentOverridesItsKey() throws IOException, ConfigurationException {
        environment.put("PARLEY_PORT", "18080");
        environment.put("PARLEY_ADMIN_PORT", "18081");
        environment.put("PARLEY_DATA_DIR", "/srv/o'neil #1: data");
        environment.put("PARLEY_LOG_FILE", "/srv/o'neil #1: log");
        environment.put("PARLEY_DATABASE_URL", "jdbc:postgresql://one/parley");
        environment.put("PARLEY_DATABASE_USER", "app");
        environment.put("PARLEY_DATABASE_PASSWORD", "one");
        environment.put("PARLEY_ACTIVITY_DATABASE_URL", "jdbc:postgresql://two/activity");
        environment.put("PARLEY_ACTIVITY_DATABASE_USER", "relay");
        environment.put("PARLEY_ACTIVITY_DATABASE_PASSWORD", "two");
        environment.put("PARLEY_DATABASE_OWNER", "owner");
        environment.put("PARLEY_DATABASE_OWNER_PASSWORD", "three");
        environment.put("PARLEY_ACTIVITY_DATABASE_OWNER", "log-owner");
        environment.put("PARLEY_ACTIVITY_DATABASE_OWNER_PASSWORD", "four");
        environment.put("PARLEY_MIGRATE_AT_START", "true");
        environment.put("PARLEY_SESSION_LIFETIME", "7d");

        ParleyConfiguration configuration = load();

        assertThat(port(configuration)).isEqualTo(18_080);
        assertThat(adminPort(configuration)).isEqualTo(18_081);
        assertThat(configuration.getDataDirectory()).isEqualTo(Path.of("/srv/o'neil #1: data"));
        assertThat(logFile(configuration)).isEqualTo("/srv/o'neil #1: log");
        assertThat(configuration.getDatabase())
                .extracting(StoreConfiguration::url, StoreConfiguration::user, StoreConfiguration::password)
                .containsExactly("jdbc:postgresql://one/parley", "app", "one");
        assertThat(configuration.getDatabase().isExternal()).isTrue();
        assertThat(configuration.getActivityDatabase())
                .extracting(StoreConfiguration::url, StoreConfiguration::user, StoreConfiguration::password)
                .containsExactly("jdbc:postgresql://two/activity", "relay", "two");
        assertThat(configuration.getMigrations())
                .isEqualTo(new MigrationsConfiguration(true, "owner", "three", "log-owner", "four"));
        assertThat(configuration.getSessions().policy().lifetime()).isEqualTo(Duration.ofDays(7));
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "it's",
                "''",
                "#1",
                " # comment",
                "\"quoted\"",
                "back\\slash\\n",
                "key: value",
                "{brace: [",
                "%YAML",
                "${PARLEY_PORT}",
                "${NOWHERE:-default}",
                "$${x}",
                "$1",
                "  blanks  ",
                "пароль 🔑",
                "&anchor *alias !tag",
            })
    void aPasswordArrivesUnchanged(String password) throws IOException, ConfigurationException {
        environment.put("PARLEY_DATABASE_PASSWORD", password);
        environment.put("PARLEY_ACTIVITY_DATABASE_PASSWORD", password);
        environment.put("PARLEY_DATABASE_OWNER_PASSWORD", password);
        environment.put("PARLEY_ACTIVITY_DATABASE_OWNER_PASSWORD", password);

        ParleyConfiguration configuration = load();

        assertThat(configuration.getDatabase().password()).isEqualTo(password);
        assertThat(configuration.getActivityDatabase().password()).isEqualTo(password);
        assertThat(configuration.getMigrations().password()).isEqualTo(password);
        assertThat(configuration.getMigrations().activityPassword()).isEqualTo(password);
    }

    @Test
    void anEmptyVariableIsNoVariable() throws IOException, ConfigurationException {
        environment.put("PARLEY_PORT", "");
        environment.put("PARLEY_DATA_DIR", "");
        environment.put("PARLEY_LOG_FILE", "");
        environment.put("PARLEY_DATABASE_URL", "");
        environment.put("PARLEY_MIGRATE_AT_START", "");

        ParleyConfiguration configuration = load();

        assertThat(port(configuration)).isEqualTo(8080);
        assertThat(configuration.getDataDirectory()).isEqualTo(Path.of("./data"));
        assertThat(logFile(configuration)).isEqualTo("./log_file");
        assertThat(configuration.getDatabase().isExternal()).isFalse();
    }

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
                "maxThreads: 1024 | 'maxThread: 1024' | server.maxThread",
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
                "'trustedProxies: [${PARLEY_TRUSTED_PROXIES:-}]' | 'trustedProxies:' | trustedProxies",
                "maxThreads: 1024 | 'maxThreads: [1]' | server.maxThreads",
                "acceptQueueSize: 1024 | 'acceptQueueSize: 1024\nuseForwardedHeaders: true' | useForwardedHeaders believes anybody",
                "maxConnections: 3 | 'maxConnections: 501' | activityDatabase.maxConnections",
                "'url: ''${PARLEY_DATABASE_URL:-}''' | 'url:' | database.url",
                "headersTimeout: 10s | 'headersTimeout: 61s' | headersTimeout must not be longer than requestTimeout",
                "requestTimeout: 60s | 'requestTimeout: 0s' | http.requestTimeout",
                "requestTimeout: 60s | 'requestTimeout:' | http.requestTimeout",
                "answerTimeout: 10s | 'answerTimeout: 0s' | http.answerTimeout",
                "maxSlowClients: 256 | 'maxSlowClients: 0' | http.maxSlowClients",
                "maxSlowClients: 256 | 'maxSlowClients: 513' | http.maxSlowClients must be at most half",
                "maxThreads: 1024 | 'maxThreads: 500' | http.maxSlowClients must be at most half",
            })
    void aMistakeIsNamedByItsKey(String right, String wrong, String key) throws IOException {
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
    void whatIsNoConfigurationAtAllIsRefused(String text) throws IOException {
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
        "PARLEY_CORS_ORIGINS, https://app.example/, http.allowedOrigins",
        "PARLEY_ADMIN_OPEN, perhaps, adminOpen",
    })
    void aVariableThatMakesNoSenseIsNamedByItsKey(String name, String value, String key) {
        environment.put(name, value);

        assertThatThrownBy(this::load)
                .isInstanceOf(ConfigurationException.class)
                .hasMessageContaining(key);
    }

    @Test
    void textsAndComplaintsDoNotShowPasswords() throws IOException, ConfigurationException {
        environment.put("PARLEY_DATABASE_URL", "jdbc:postgresql://one/parley?user=app&password=s3cret");
        environment.put("PARLEY_ACTIVITY_DATABASE_URL", "jdbc:postgresql://two/activity");
        environment.put("PARLEY_DATABASE_PASSWORD", "s3cret");
        environment.put("PARLEY_ACTIVITY_DATABASE_PASSWORD", "s3cret");
        environment.put("PARLEY_DATABASE_OWNER_PASSWORD", "s3cret");
        environment.put("PARLEY_ACTIVITY_DATABASE_OWNER_PASSWORD", "s3cret");
        ParleyConfiguration configuration = load();

        assertThat(Stream.of(
                                configuration,
                                configuration.getDatabase(),
                                configuration.getActivityDatabase(),
                                configuration.getMigrations())
                        .map(Object::toString))
                .allSatisfy(text -> assertThat(text).doesNotContain("s3cret"));
        assertThat(configuration.getDatabase()).hasToString("StoreConfiguration[jdbc:postgresql://one/parley]");

        environment.put("PARLEY_DATABASE_URL", "postgres://app:s3cret@one/parley");
        assertThatThrownBy(this::load).hasMessageNotContaining("s3cret");
    }

    @Test
    void everySectionIsExplained() throws IOException {
        List<String> lines = Files.readAllLines(REAL);
        List<String> known = List.of("health:", "server:", "logging:", "sessions:");

        assertThat(lines.stream().filter(line -> line.matches("[a-zA-Z]+:.*")).filter(line -> !known.contains(line)))
                .isNotEmpty()
                .allSatisfy(
                        line -> assertThat(lines.get(lines.indexOf(line) - 1)).startsWith("# "));
    }

    private ParleyConfiguration load() throws IOException, ConfigurationException {
        return load(REAL);
    }

    private ParleyConfiguration load(Path file) throws IOException, ConfigurationException {
        return ConfigurationFiles.load(bootstrap(), Optional.of(file.toString()));
    }

    private Bootstrap<ParleyConfiguration> bootstrap() {
        ConfigurationFiles.prepare(BOOTSTRAP, name -> Optional.ofNullable(environment.get(name)));
        return BOOTSTRAP;
    }

    private static int port(ParleyConfiguration configuration) {
        return ((HttpConnectorFactory)
                        server(configuration).getApplicationConnectors().getFirst())
                .getPort();
    }

    private static int adminPort(ParleyConfiguration configuration) {
        return ((HttpConnectorFactory)
                        server(configuration).getAdminConnectors().getFirst())
                .getPort();
    }

    private static DefaultServerFactory server(ParleyConfiguration configuration) {
        return (DefaultServerFactory) configuration.getServerFactory();
    }

    private static String logFile(ParleyConfiguration configuration) {
        return logFileAppender(configuration).getCurrentLogFilename();
    }

    private static FileAppenderFactory<?> logFileAppender(ParleyConfiguration configuration) {
        return ((DefaultLoggingFactory) configuration.getLoggingFactory())
                .getAppenders().stream()
                        .filter(FileAppenderFactory.class::isInstance)
                        .map(FileAppenderFactory.class::cast)
                        .findFirst()
                        .orElseThrow();
    }
}
