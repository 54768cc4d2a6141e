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
 * What a service in a process of its own is told.
 *
 * @param home holds its data directory and its log
 * @param variables of its environment, on top of the repository's config.yml
 */
record Settings(Path home, int port, int adminPort, Map<String, String> variables) {

    Settings {
        variables = Map.copyOf(variables);
    }

    /** Free ports, a data directory and a log below the directory, and no long goodbye. */
    static Settings in(Path home) {
        Settings settings = new Settings(home, PortBlock.next(), PortBlock.next(), Map.of());
        return settings.with("PARLEY_PORT", Integer.toString(settings.port))
                .with("PARLEY_ADMIN_PORT", Integer.toString(settings.adminPort))
                .with("PARLEY_BIND_HOST", "127.0.0.1")
                .with("PARLEY_DATA_DIR", settings.dataDirectory().toString())
                .with("PARLEY_LOG_FILE", settings.logFile().toString())
                .with("PARLEY_SHUTDOWN_WAIT", "100ms")
                .with("PARLEY_RATE_LIMITS", "off"); // one user does here what many do elsewhere
    }

    Settings with(String variable, String value) {
        Map<String, String> more = new HashMap<>(variables);
        more.put(variable, value);
        return new Settings(home, port, adminPort, more);
    }

    /** Its data directory is there already, with a PostgreSQL that has nobody in it: a first start takes seconds more. */
    Settings onEmptyStores() {
        EmptyStores.copyTo(dataDirectory());
        return this;
    }

    /** On databases that somebody else runs. */
    Settings onStores(DatabaseAccess state, DatabaseAccess log) {
        return with("PARLEY_DATABASE_URL", state.jdbcUrl())
                .with("PARLEY_DATABASE_USER", state.user())
                .with("PARLEY_DATABASE_PASSWORD", state.password())
                .with("PARLEY_ACTIVITY_DATABASE_URL", log.jdbcUrl())
                .with("PARLEY_ACTIVITY_DATABASE_USER", log.user())
                .with("PARLEY_ACTIVITY_DATABASE_PASSWORD", log.password());
    }

    /** Who may change the schemas of those databases. */
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

    /** The file that is delivered. */
    static Path configFile() {
        return Stream.iterate(Path.of("").toAbsolutePath(), Path::getParent)
                .map(directory -> directory.resolve("config.yml"))
                .filter(Files::exists)
                .findFirst()
                .orElseThrow();
    }
}
