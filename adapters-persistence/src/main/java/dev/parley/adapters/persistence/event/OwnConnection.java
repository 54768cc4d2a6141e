package dev.parley.adapters.persistence.event;

import java.sql.Connection;
import java.sql.SQLException;
import java.time.Duration;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import javax.sql.DataSource;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * A thread with its own database connection. When the connection fails, it opens another, with growing pauses. An outage is
 * logged once at its beginning and once at its end.
 */
final class OwnConnection {

    private static final Logger LOG = LoggerFactory.getLogger(OwnConnection.class);

    private static final Duration FIRST_PAUSE = Duration.ofMillis(100);
    private static final Duration LONGEST_PAUSE = Duration.ofSeconds(5);

    /** Longer than any response of the database takes, and shorter than the timeout of the driver on a dead link. */
    private static final Duration ANSWER_WITHIN = Duration.ofSeconds(2);

    private static final Duration END_WITHIN = Duration.ofSeconds(3);

    private final String name;
    private final DataSource direct;
    private final CountDownLatch closed = new CountDownLatch(1);
    private Duration pause = FIRST_PAUSE;
    private boolean failing;

    /** @param name of the thread, and of the connection in the log */
    OwnConnection(String name, DataSource direct) {
        this.name = name;
        this.direct = direct;
    }

    /** Uses the connection until this is closed. */
    @FunctionalInterface
    interface Use {
        void of(Connection connection) throws SQLException, InterruptedException;
    }

    Thread start(Use use) {
        return Thread.ofPlatform().name(name).daemon().start(() -> run(use));
    }

    boolean isClosed() {
        return closed.getCount() == 0;
    }

    /** Requests the end of the use and of the thread. */
    void close() {
        closed.countDown();
    }

    /** Pauses for that time, or until this is closed. */
    void rest(Duration time) throws InterruptedException {
        closed.await(time.toMillis(), TimeUnit.MILLISECONDS);
    }

    /** Waits for the thread, but not for long: it may be waiting for the database. */
    static void await(Thread thread) {
        try {
            if (!thread.join(END_WITHIN)) {
                thread.interrupt();
            }
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }

    /** The use calls this each time its connection has worked. */
    void works() {
        pause = FIRST_PAUSE;
        if (failing) {
            failing = false;
            LOG.info("The connection {} works again", name);
        }
    }

    private void run(Use use) {
        try {
            while (!isClosed()) {
                connect(use);
            }
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt(); // only await does that, at the end
        }
    }

    private void connect(Use use) throws InterruptedException {
        try (Connection connection = direct.getConnection()) {
            connection.setNetworkTimeout(Runnable::run, (int) ANSWER_WITHIN.toMillis());
            use.of(connection);
        } catch (SQLException | RuntimeException e) { // otherwise the thread would end unnoticed
            fail(e);
            if (!closed.await(pause.toMillis(), TimeUnit.MILLISECONDS)) {
                pause = pause.multipliedBy(2).compareTo(LONGEST_PAUSE) < 0 ? pause.multipliedBy(2) : LONGEST_PAUSE;
            }
        }
    }

    private void fail(Throwable e) {
        if (!failing && !isClosed()) {
            failing = true;
            if (e instanceof SQLException) {
                LOG.warn("Lost the connection {}; connecting again: {}", name, e.getMessage());
            } else {
                LOG.error("The connection {} failed; connecting again", name, e);
            }
        }
    }
}
