package dev.parley.bootstrap.service;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;

/** Faults of the PostgreSQL on a data directory that keep its processes alive. */
record PostgresFaults(Path dataDirectory) {

    private static final String STANDBY = "synchronous_standby_names = ";

    /** Suspends every process: the kernel accepts connections, and no process responds. */
    void pause() {
        signal("-STOP");
    }

    void resume() {
        signal("-CONT");
    }

    /** Every commit waits for a standby that does not exist; reads work. */
    void awaitStandby() {
        configure(STANDBY + "'missing'");
    }

    void forgetStandby() {
        configure(STANDBY + "''");
    }

    private void configure(String setting) {
        try {
            Files.writeString(
                    dataDirectory.resolve("postgres").resolve("postgresql.conf"),
                    setting + "\n",
                    StandardOpenOption.APPEND);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        kill("-HUP", List.of(postmaster().pid()));
    }

    private void signal(String signal) {
        ProcessHandle postmaster = postmaster();
        kill(signal, List.of(postmaster.pid())); // first, so that it starts no more children
        List<Long> children = postmaster.descendants().map(ProcessHandle::pid).toList();
        if (!children.isEmpty()) {
            kill(signal, children);
        }
    }

    private ProcessHandle postmaster() {
        return OrphanedPostgres.server(dataDirectory).orElseThrow();
    }

    /** A child may exit before the signal arrives. */
    private static void kill(String signal, List<Long> pids) {
        List<String> command = new ArrayList<>(List.of("kill", signal));
        Stream.of(pids).flatMap(List::stream).map(String::valueOf).forEach(command::add);
        try {
            new ProcessBuilder(command).start().onExit().join();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
