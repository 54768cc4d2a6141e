package dev.parley.bootstrap.postgres;

import java.io.File;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.TimeUnit;

/**
 * The live processes of one data directory. Each data directory has its own programs, which identify the processes. A process id
 * alone may belong to another process by now.
 */
final class ServerProcesses {

    private static final long POLL_MILLIS = 20;

    private final String programs;

    ServerProcesses(DataDirectory directory) {
        this.programs = directory.binaries() + File.separator;
    }

    boolean include(long pid) {
        return ProcessHandle.of(pid).filter(this::include).isPresent();
    }

    List<ProcessHandle> list() {
        return ProcessHandle.allProcesses().filter(this::include).toList();
    }

    /** Waits until they have ended, then kills those that have not. */
    void end(Duration grace) {
        if (!haveEndedWithin(grace)) {
            list().forEach(ProcessHandle::destroyForcibly);
            haveEndedWithin(grace);
        }
    }

    /** Polls: {@link ProcessHandle#onExit} waits for ever where no process reaps orphans. */
    private boolean haveEndedWithin(Duration bound) {
        long start = System.nanoTime();
        boolean ended = list().isEmpty();
        while (!ended && System.nanoTime() - start < bound.toNanos()) {
            pause();
            ended = list().isEmpty();
        }
        return ended;
    }

    /** Ignores interrupts: a service that stops must stop its database too. */
    static void pause() {
        new CompletableFuture<Void>()
                .completeOnTimeout(null, POLL_MILLIS, TimeUnit.MILLISECONDS)
                .join();
    }

    private boolean include(ProcessHandle process) {
        return process.info()
                .command()
                .filter(program -> program.startsWith(programs))
                .isPresent();
    }
}
