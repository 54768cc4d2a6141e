package dev.parley.bootstrap.configuration;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import ch.qos.logback.core.ContextBase;
import ch.qos.logback.core.rolling.helper.FileNamePattern;
import io.dropwizard.configuration.ConfigurationException;
import io.dropwizard.core.server.DefaultServerFactory;
import io.dropwizard.jetty.HttpConnectorFactory;
import io.dropwizard.logging.common.DefaultLoggingFactory;
import io.dropwizard.logging.common.FileAppenderFactory;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneId;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** The project's own config.yml, unchanged and with environment variables. */
final class ConfigurationFilesTest extends WithConfigurationFile {

    @Test
    void deliveredFileIsValidAndUsesAnEmbeddedDatabase() throws IOException, ConfigurationException {
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

    /** In UTC, as config.yml and docs/operating/running.md state, independent of the local time zone. */
    @Test
    void logFileIsRotatedAtMidnightUtc() throws IOException, ConfigurationException {
        FileNamePattern archives =
                new FileNamePattern(logFileAppender(load()).getArchivedLogFilenamePattern(), new ContextBase());

        assertThat(archives.getPrimaryDateTokenConverter().getZoneId()).isEqualTo(ZoneId.of("UTC"));
        assertThat(archives.convertMultipleArguments(Instant.parse("2026-11-29T23:59:59.999Z"), 3))
                .isEqualTo("./log_file.2026-11-29.3.gz");
        assertThat(archives.convertMultipleArguments(Instant.parse("2026-11-30T00:00:00Z"), 0))
                .isEqualTo("./log_file.2026-11-30.0.gz");
    }

    @Test
    void fileInTheWorkingDirectoryIsTheDefault() {
        assertThatThrownBy(() -> ConfigurationFiles.load(bootstrap(), Optional.empty()))
                .hasMessageContaining(ConfigurationFiles.DEFAULT);
    }

    @Test
    void everyEnvironmentVariableOverridesItsKey() throws IOException, ConfigurationException {
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
    void passwordIsReadUnchanged(String password) throws IOException, ConfigurationException {
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
    void emptyVariableIsIgnored() throws IOException, ConfigurationException {
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

    @Test
    void textsAndErrorsHidePasswords() throws IOException, ConfigurationException {
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
