package dev.parley.bootstrap.postgres;

import java.io.IOException;
import java.time.Duration;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Has the server started again when its postmaster is gone: killed by the kernel for want of memory, or by somebody.
 * Tries for ever, with pauses that grow, see {@link RestartPause}; they begin anew once a server has lasted a minute,
 * so that one that dies over and over again is not started in a tight loop.
 *
 * <p>It looks for itself, every quarter of a second: the postmaster is no child of this process, and where nobody reaps
 * it, {@link ProcessHandle#onExit} and {@link ProcessHandle#isAlive} hold it for alive for ever.
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
            .daemon() // a service that forgets to close must still be able to end
            .unstarted(this::watch);

    // of the watching thread alone
    private RestartPause pause = RestartPause.FIRST;
    private long servesSince = System.nanoTime();

    private PostmasterWatch(Postmaster postmaster, Runnable startAgain) {
        this.postmaster = postmaster;
        this.startAgain = startAgain;
    }

    /**
     * Watches from now on until it is closed.
     *
     * @param startAgain returns when the server serves, throws if it does not, and then leaves none running; called on
     *     the thread of the watch
     */
    static PostmasterWatch begin(Postmaster postmaster, Runnable startAgain) {
        PostmasterWatch watch = new PostmasterWatch(postmaster, startAgain);
        watch.thread.start();
        return watch;
    }

    /**
     * Returns when nothing is being started any more, nor will be. A start that is under way is cut short by stopping
     * its server; one that has just succeeded may leave a server, for the caller to stop. Can be called again; takes no
     * notice of interrupts.
     */
    @Override
    public void close() throws IOException {
        closing.countDown();
        while (thread.isAlive()) {
            if (postmaster.isRunning()) { // not before: it could miss a server whose program is not yet to be seen
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

    /** Looks twice: a process that ends or a system short of descriptors may hide one from a single look. */
    private boolean isGone() {
        return !mayRun() && !closingWithin(BETWEEN_LOOKS) && !mayRun();
    }

    private boolean mayRun() {
        try {
            return postmaster.isRunning();
        } catch (IOException | RuntimeException | Error e) { // an escaped one would end the watch for ever, unnoticed
            LOG.debug("Whether PostgreSQL runs cannot be told", e);
            return true;
        }
    }

    private void restart() {
        LOG.warn("PostgreSQL's postmaster is gone: starting it again");
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
            if (!isClosing()) { // or else it was stopped on purpose
                LOG.warn(
                        "{}; next attempt in {} s",
                        e.getMessage(),
                        pause.length().toSeconds());
            }
        } catch (RuntimeException | Error e) { // an escaped one would end the watch for ever, unnoticed
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
        } catch (InterruptedException e) { // nobody has this thread to interrupt: only close ends the watch
            return isClosing();
        }
    }
}
