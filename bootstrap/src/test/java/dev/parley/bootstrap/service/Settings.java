package dev.parley.bootstrap.service;

import dev.parley.bootstrap.postgres.DatabaseAccess;
import dev.parley.bootstrap.store.EmptyStores;
import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.Map;
import java.util.stream.Stream;

/**
 * The settings of a service process.
 *
 * @param home contains its data directory and its log
 * @param variables its environment variables, which override the repository's config.yml
 */
record Settings(Path home, int port, int adminPort, Map<String, String> variables) {

    Settings {
        variables = Map.copyOf(variables);
    }

    /** Free ports, a data directory and a log below the directory, and a short drain. */
    static Settings in(Path home) {
        Settings settings = new Settings(home, PortBlock.next(), PortBlock.next(), Map.of());
        return settings.with("PARLEY_PORT", Integer.toString(settings.port))
                .with("PARLEY_ADMIN_PORT", Integer.toString(settings.adminPort))
                .with("PARLEY_BIND_HOST", "127.0.0.1")
                .with("PARLEY_DATA_DIR", settings.dataDirectory().toString())
                .with("PARLEY_LOG_FILE", settings.logFile().toString())
                .with("PARLEY_SHUTDOWN_WAIT", "100ms")
                .with("PARLEY_RATE_LIMITS", "off"); // in tests one user sends what many users send in production
    }

    Settings with(String variable, String value) {
        Map<String, String> more = new HashMap<>(variables);
        more.put(variable, value);
        return new Settings(home, port, adminPort, more);
    }

    /** With an initialised, empty PostgreSQL in the data directory: a first start takes seconds longer. */
    Settings onEmptyStores() {
        EmptyStores.copyTo(dataDirectory());
        return this;
    }

    /** On external databases. */
    Settings onStores(DatabaseAccess state, DatabaseAccess log) {
        return with("PARLEY_DATABASE_URL", state.jdbcUrl())
                .with("PARLEY_DATABASE_USER", state.user())
                .with("PARLEY_DATABASE_PASSWORD", state.password())
                .with("PARLEY_ACTIVITY_DATABASE_URL", log.jdbcUrl())
                .with("PARLEY_ACTIVITY_DATABASE_USER", log.user())
                .with("PARLEY_ACTIVITY_DATABASE_PASSWORD", log.password());
    }

    /** With the roles that may migrate those databases. */
    Settings migratedBy(DatabaseAccess owner) {
        return with("PARLEY_DATABASE_OWNER", owner.user())
                .with("PARLEY_DATABASE_OWNER_PASSWORD", owner.password())
                .with("PARLEY_ACTIVITY_DATABASE_OWNER", owner.user())
                .with("PARLEY_ACTIVITY_DATABASE_OWNER_PASSWORD", owner.password());
    }

    Path dataDirectory() {
        return home.resolve("data");
    }

    LogFiles log() {
        return new LogFiles(logFile());
    }

    Path logFile() {
        return home.resolve("log_file");
    }

    URI api() {
        return URI.create("http://127.0.0.1:" + port);
    }

    URI admin() {
        return URI.create("http://127.0.0.1:" + adminPort);
    }

    /** The delivered file. */
    static Path configFile() {
        return Stream.iterate(Path.of("").toAbsolutePath(), Path::getParent)
                .map(directory -> directory.resolve("config.yml"))
                .filter(Files::exists)
                .findFirst()
                .orElseThrow();
    }
}
