package dev.parley.adapters.persistence;

import io.zonky.test.db.postgres.embedded.EmbeddedPostgres;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.time.Duration;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import javax.sql.DataSource;
import org.jdbi.v3.core.Jdbi;

/** The server of this JVM, which ends with it. */
final class TestPostgres {

    private final EmbeddedPostgres server;
    private final Jdbi admin;
    private final Map<String, Jdbi> pooled = new ConcurrentHashMap<>();

    private TestPostgres(EmbeddedPostgres server) {
        this.server = server;
        this.admin = Jdbi.create(server.getPostgresDatabase());
    }

    static TestPostgres instance() {
        return Holder.INSTANCE;
    }

    private static TestPostgres start() {
        try {
            TestPostgres postgres = new TestPostgres(EmbeddedPostgres.builder()
                    .setServerConfig("fsync", "off")
                    .setPGStartupWait(Duration.ofSeconds(60))
                    .start());
            postgres.createDatabases();
            return postgres;
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private void createDatabases() {
        admin.useHandle(handle -> {
            handle.execute("CREATE ROLE parley_app LOGIN");
            handle.execute("CREATE ROLE parley_relay LOGIN");
            handle.execute("CREATE DATABASE parley");
            handle.execute("CREATE DATABASE parley_activity");
        });
        Migration.STATE.apply(unpooled(PostgresExtension.OWNER, PostgresExtension.STATE));
        Migration.ACTIVITY.apply(unpooled(PostgresExtension.OWNER, PostgresExtension.LOG));
    }

    /** Creates an empty database for a test of the migrations. */
    DataSource freshDatabase(String name) {
        admin.useHandle(handle -> {
            handle.execute("DROP DATABASE IF EXISTS " + name + " WITH (FORCE)");
            handle.execute("CREATE DATABASE " + name);
        });
        return unpooled(PostgresExtension.OWNER, name);
    }

    Jdbi jdbi(String user, String database) {
        return pooled.computeIfAbsent(
                user + "@" + database, key -> Jdbi.create(new TestPool(unpooled(user, database))));
    }

    DataSource unpooled(String user, String database) {
        return server.getDatabase(user, database);
    }

    String url(String user, String database) {
        return server.getJdbcUrl(user, database);
    }

    void breakConnections(String database) {
        admin.useHandle(handle -> handle.createQuery(
                        "SELECT count(pg_terminate_backend(pid, 5000)) FROM pg_stat_activity WHERE datname = :database")
                .bind("database", database)
                .mapTo(Long.class)
                .one());
    }

    PostgresExtension.DatabaseOutage outage(String database) {
        allowConnections(database, false);
        breakConnections(database);
        return () -> allowConnections(database, true);
    }

    private void allowConnections(String database, boolean allowed) {
        admin.useHandle(handle -> handle.execute("ALTER DATABASE " + database + " ALLOW_CONNECTIONS " + allowed));
    }

    private static final class Holder {
        private static final TestPostgres INSTANCE = start();
    }
}
