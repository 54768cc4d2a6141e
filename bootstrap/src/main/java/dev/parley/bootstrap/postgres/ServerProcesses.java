package dev.parley.bootstrap.postgres;

import java.io.File;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.TimeUnit;

/**
 * The live processes of one data directory. They are recognised by the program they run, which every data directory has
 * for itself: a process id alone may long belong to somebody else.
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

    /** Gives them the time to end by themselves, then ends those that have not. */
    void end(Duration grace) {
        if (!haveEndedWithin(grace)) {
            list().forEach(ProcessHandle::destroyForcibly);
            haveEndedWithin(grace);
        }
    }

    /** Looks for itself: {@link ProcessHandle#onExit} waits for ever where nobody reaps the children of others. */
    private boolean haveEndedWithin(Duration bound) {
        long start = System.nanoTime();
        boolean ended = list().isEmpty();
        while (!ended && System.nanoTime() - start < bound.toNanos()) {
            pause();
            ended = list().isEmpty();
        }
        return ended;
    }

    /** Takes no notice of interrupts: a service that is being stopped still has to stop its database. */
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
