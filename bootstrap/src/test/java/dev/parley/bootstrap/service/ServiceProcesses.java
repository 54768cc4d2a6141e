package dev.parley.bootstrap.service;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.util.Deque;
import java.util.concurrent.ConcurrentLinkedDeque;

/** The processes of a test. All of them end with the test, whatever its result. */
final class ServiceProcesses implements AutoCloseable {

    private final Deque<ServiceProcess> started = new ConcurrentLinkedDeque<>();

    /** Starts a service and returns once it is ready. */
    ServiceProcess serving(Settings settings) {
        return serving(Settings.configFile(), settings);
    }

    ServiceProcess serving(Path configFile, Settings settings) {
        ServiceProcess service = running(configFile, settings, "serve");
        service.awaitReady();
        return service;
    }

    /** Runs a command with the delivered configuration file as its last argument. */
    ServiceProcess running(Settings settings, String... arguments) {
        return running(Settings.configFile(), settings, arguments);
    }

    ServiceProcess running(Path configFile, Settings settings, String... arguments) {
        ServiceProcess process = ServiceProcess.run(configFile, settings, arguments);
        started.push(process);
        return process;
    }

    /** Asserts that {@code parley check-data} finds no inconsistency, beside a running service. */
    void assertDataIsConsistent(Settings settings) {
        ServiceProcess check = running(settings, "check-data", "--config");
        assertThat(check.awaitEnd()).as(check::console).isZero();
        assertThat(check.console()).contains("no inconsistencies found");
    }

    @Override
    public void close() {
        started.forEach(ServiceProcess::kill);
        started.forEach(ServiceProcess::close);
    }
}
