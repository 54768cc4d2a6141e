package dev.parley.bootstrap.postgres;

import java.io.IOException;
import java.time.Duration;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Starts the server again when its postmaster has died: killed by an operator, or by the kernel for lack of memory. Retries
 * without end, with growing pauses ({@link RestartPause}). The pauses start over once a server has run for a minute.
 *
 * <p>It polls, because the postmaster is not a child of this process. Where no process reaps it, {@link ProcessHandle#onExit} and
 * {@link ProcessHandle#isAlive} report it as alive for ever.
 */
final class PostmasterWatch implements AutoCloseable {

    private static final Logger LOG = LoggerFactory.getLogger(PostmasterWatch.class);

    private static final Duration BETWEEN_LOOKS = Duration.ofMillis(250);
    private static final Duration STEADY = Duration.ofMinutes(1);

    private final Postmaster postmaster;
    private final Runnable startAgain;
    private final CountDownLatch closing = new CountDownLatch(1);
    private final Thread thread = Thread.ofPlatform()
            .name("postmaster-watch")
            .daemon() // a process that does not close the watch can still end
            .unstarted(this::watch);

    // used by the watching thread only
    private RestartPause pause = RestartPause.FIRST;
    private long servesSince = System.nanoTime();

    private PostmasterWatch(Postmaster postmaster, Runnable startAgain) {
        this.postmaster = postmaster;
        this.startAgain = startAgain;
    }

    /**
     * Starts the watch.
     *
     * @param startAgain returns when the server accepts connections; if it throws, no server runs; called on the
     *     thread of the watch
     */
    static PostmasterWatch begin(Postmaster postmaster, Runnable startAgain) {
        PostmasterWatch watch = new PostmasterWatch(postmaster, startAgain);
        watch.thread.start();
        return watch;
    }

    /**
     * Ends the watch, and aborts a start that is under way by stopping its server. A start that has just succeeded may leave a
     * server, which the caller stops. A second call does nothing. Ignores interrupts.
     */
    @Override
    public void close() throws IOException {
        closing.countDown();
        while (thread.isAlive()) {
            if (postmaster.isRunning()) { // not before: the program of the server may not be visible yet
                postmaster.stop();
            }
            ServerProcesses.pause();
        }
    }

    private void watch() {
        while (!closingWithin(BETWEEN_LOOKS)) {
            if (isGone()) {
                restart();
            }
        }
    }

    /** Checks twice: one check may miss a server while a process ends or the system lacks descriptors. */
    private boolean isGone() {
        return !mayRun() && !closingWithin(BETWEEN_LOOKS) && !mayRun();
    }

    private boolean mayRun() {
        try {
            return postmaster.isRunning();
        } catch (IOException | RuntimeException | Error e) { // an uncaught one would end the watch
            LOG.debug("Failed to check whether PostgreSQL runs, retrying", e);
            return true;
        }
    }

    private void restart() {
        LOG.warn("PostgreSQL's postmaster has died, starting it again");
        if (System.nanoTime() - servesSince > STEADY.toNanos()) {
            pause = RestartPause.FIRST;
        }
        boolean serves = false;
        while (!serves && !closingWithin(pause.length())) {
            pause = pause.next();
            serves = attempt();
        }
        servesSince = System.nanoTime();
    }

    private boolean attempt() {
        try {
            startAgain.run();
            LOG.info("PostgreSQL serves again");
            return true;
        } catch (EmbeddedPostgresException | NotDurableException e) {
            if (!isClosing()) { // otherwise it was stopped intentionally
                LOG.warn(
                        "{}; next attempt in {} s",
                        e.getMessage(),
                        pause.length().toSeconds());
            }
        } catch (RuntimeException | Error e) { // an uncaught one would end the watch
            LOG.error(
                    "PostgreSQL does not start again; next attempt in {} s",
                    pause.length().toSeconds(),
                    e);
        }
        return false;
    }

    private boolean isClosing() {
        return closing.getCount() == 0;
    }

    private boolean closingWithin(Duration bound) {
        try {
            return closing.await(bound.toMillis(), TimeUnit.MILLISECONDS);
        } catch (InterruptedException e) { // not expected: only close ends the watch
            return isClosing();
        }
    }
}
