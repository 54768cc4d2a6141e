package dev.parley.bootstrap.service;

import dev.parley.application.port.in.audit.CheckDataUseCase;
import dev.parley.bootstrap.ParleyApplication;
import dev.parley.bootstrap.configuration.ParleyConfiguration;
import dev.parley.bootstrap.lifecycle.StartedParts;
import dev.parley.bootstrap.postgres.DatabaseAccess;
import dev.parley.bootstrap.store.EmptyStores;
import dev.parley.bootstrap.wiring.CommandStart;
import dev.parley.domain.audit.Inconsistency;
import io.dropwizard.core.Application;
import io.dropwizard.testing.ConfigOverride;
import io.dropwizard.testing.DropwizardTestSupport;
import java.net.URI;
import java.nio.file.Path;
import java.time.Clock;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.SortedSet;
import java.util.TreeSet;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.TimeUnit;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.eclipse.jetty.ee10.servlet.ServletMapping;
import org.eclipse.jetty.http2.SessionContainer;
import org.eclipse.jetty.server.Connector;
import org.eclipse.jetty.server.Server;
import org.eclipse.jetty.server.handler.GracefulHandler;

/**
 * The service with the delivered configuration in this JVM, on free ports. Only one instance at a time, because it
 * configures the logging.
 */
final class InProcessService implements AutoCloseable {

    /** In tests one user sends what many users send in production. */
    private static final List<ConfigOverride> UNLIMITED = List.of(ConfigOverride.config("rateLimits.enabled", "off"));

    /** Shorter than the stop time-out. */
    private static final int LATE_SECONDS = 10;

    private final Path home;
    private final Support support;

    private InProcessService(Path home, Support support) {
        this.home = home;
        this.support = support;
    }

    /** With an embedded PostgreSQL, initialised below the directory. */
    static InProcessService startFromNothing(Path home) {
        return start(home, Settings.configFile(), UNLIMITED);
    }

    /** With an embedded PostgreSQL, migrated and empty. */
    static InProcessService start(Path home) {
        return start(home, Settings.configFile());
    }

    /** With another configuration and an embedded PostgreSQL. */
    static InProcessService start(Path home, Path configFile) {
        EmptyStores.copyTo(dataDirectory(home));
        return start(home, configFile, UNLIMITED);
    }

    /** On running databases. */
    static InProcessService start(Path home, ExternalPostgres stores) {
        return start(home, Settings.configFile(), stores, Clock.systemUTC());
    }

    /** With another clock. */
    static InProcessService start(Path home, ExternalPostgres stores, Clock clock) {
        return start(home, Settings.configFile(), stores, clock);
    }

    /** With another configuration, on running databases. */
    static InProcessService start(Path home, Path configFile, ExternalPostgres stores) {
        return start(home, configFile, stores, Clock.systemUTC());
    }

    private static InProcessService start(Path home, Path configFile, ExternalPostgres stores, Clock clock) {
        List<ConfigOverride> overrides = new ArrayList<>(UNLIMITED);
        overrides.addAll(at("database.", stores.state()));
        overrides.addAll(at("activityDatabase.", stores.log()));
        overrides.add(ConfigOverride.config("migrations.user", stores.owner().user()));
        overrides.add(
                ConfigOverride.config("migrations.password", stores.owner().password()));
        overrides.add(
                ConfigOverride.config("migrations.activityUser", stores.owner().user()));
        overrides.add(ConfigOverride.config(
                "migrations.activityPassword", stores.owner().password()));
        return start(home, configFile, overrides, clock);
    }

    private static List<ConfigOverride> at(String key, DatabaseAccess access) {
        return List.of(
                ConfigOverride.config(key + "url", access.jdbcUrl()),
                ConfigOverride.config(key + "user", access.user()),
                ConfigOverride.config(key + "password", access.password()));
    }

    /** With an embedded PostgreSQL and configuration overrides: key, value, key, value. */
    static InProcessService start(Path home, Map<String, String> changed) {
        EmptyStores.copyTo(dataDirectory(home));
        return start(
                home,
                Settings.configFile(),
                changed.entrySet().stream()
                        .map(change -> ConfigOverride.config(change.getKey(), change.getValue()))
                        .toList());
    }

    private static InProcessService start(Path home, Path configFile, List<ConfigOverride> more) {
        return start(home, configFile, more, Clock.systemUTC());
    }

    private static InProcessService start(Path home, Path configFile, List<ConfigOverride> more, Clock clock) {
        List<ConfigOverride> all = new ArrayList<>(more);
        all.add(ConfigOverride.config("dataDirectory", dataDirectory(home).toString()));
        all.add(ConfigOverride.config(
                "logging.appenders[1].currentLogFilename",
                home.resolve("log_file").toString()));
        all.add(ConfigOverride.config("logging.appenders[0].threshold", "OFF"));
        all.add(ConfigOverride.config("server.applicationConnectors[0].port", "0"));
        all.add(ConfigOverride.config("server.adminConnectors[0].port", "0"));
        all.add(ConfigOverride.config("health.shutdownWaitPeriod", "10ms"));
        InProcessService service =
                new InProcessService(home, new Support(configFile, clock, all.toArray(ConfigOverride[]::new)));
        service.support.beforeUnchecked();
        return service;
    }

    /** The requests for which the server would wait at a stop. */
    int http2Sessions() {
        return support
                .getEnvironment()
                .getApplicationContext()
                .getServer()
                .getContainedBeans(SessionContainer.class)
                .stream()
                .mapToInt(SessionContainer::getSize)
                .sum();
    }

    Api api() {
        return Api.at(URI.create("http://127.0.0.1:" + port()));
    }

    int port() {
        return support.getLocalPort();
    }

    /** The port of an application connector, counted from 0. */
    int port(int connector) {
        return support.getPort(connector);
    }

    int adminPort() {
        return support.getAdminPort();
    }

    Api admin() {
        return Api.at(URI.create("http://127.0.0.1:" + adminPort()));
    }

    /** The paths of the admin port: those of its servlets, and those that its index page links to. */
    SortedSet<String> adminPaths() {
        SortedSet<String> paths = new TreeSet<>();
        for (ServletMapping mapping :
                support.getEnvironment().getAdminContext().getServletHandler().getServletMappings()) {
            paths.addAll(List.of(mapping.getPathSpecs()));
        }
        paths.removeAll(Set.of("/", "/*")); // the page itself and the empty path
        Matcher links =
                Pattern.compile("href=\"([^\"?]+)").matcher(admin().get("/").text());
        while (links.find()) {
            paths.add(links.group(1));
        }
        return paths;
    }

    Path dataDirectory() {
        return dataDirectory(home);
    }

    private static Path dataDirectory(Path home) {
        return home.resolve("data");
    }

    /** The inconsistencies that {@code parley check-data} reports. */
    List<Inconsistency> findings() {
        try (StartedParts parts = new StartedParts()) {
            return CommandStart.run(support.getConfiguration(), parts)
                    .getInstance(CheckDataUseCase.class)
                    .check()
                    .findings();
        }
    }

    /** All log lines. */
    String log() {
        return new LogFiles(home.resolve("log_file")).text();
    }

    /** @throws AssertionError if it has not stopped within its time-out; names the open connections and requests */
    @Override
    public void close() {
        Server server = support.getEnvironment().getApplicationContext().getServer();
        CompletableFuture<String> late = CompletableFuture.supplyAsync(
                () -> openConnectionsAndRequests(server),
                CompletableFuture.delayedExecutor(LATE_SECONDS, TimeUnit.SECONDS));
        try {
            support.after();
        } catch (RuntimeException e) { // Jetty and Dropwizard have no common type for it
            String left =
                    late.isDone() ? late.exceptionally(Throwable::toString).join() : "not asked for";
            throw new AssertionError("the service did not stop in time; still open shortly before: " + left, e);
        } finally {
            late.cancel(false);
        }
    }

    private static String openConnectionsAndRequests(Server server) {
        return Stream.of(server.getConnectors())
                        .map(Connector::getConnectedEndPoints)
                        .toList() + " and, of requests, "
                + server.getDescendants(GracefulHandler.class).stream()
                        .map(handler -> handler.getCurrentRequestCount() + "/" + handler.getCurrentStreamWrapperCount())
                        .toList();
    }

    private static final class Support extends DropwizardTestSupport<ParleyConfiguration> {

        private final Clock clock;

        Support(Path configFile, Clock clock, ConfigOverride... overrides) {
            super(ParleyApplication.class, configFile.toString(), overrides);
            this.clock = clock;
        }

        @Override
        @SuppressWarnings("SystemOut") // as the program does
        public Application<ParleyConfiguration> newApplication() {
            return new ParleyApplication(System.out, clock);
        }

        void beforeUnchecked() {
            try {
                before();
            } catch (Exception e) { // as declared by before()
                throw new IllegalStateException("the service could not start", e);
            }
        }
    }
}
