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
 * A thread with a database connection of its own, for as long as the node lives: when the connection fails it makes
 * another, soon at first and then ever less often. A failure is logged once and not again until it has passed.
 */
final class OwnConnection {

    private static final Logger LOG = LoggerFactory.getLogger(OwnConnection.class);

    private static final Duration FIRST_PAUSE = Duration.ofMillis(100);
    private static final Duration LONGEST_PAUSE = Duration.ofSeconds(5);

    /** Longer than any answer takes, shorter than the driver waits on a link that went silent. */
    private static final Duration ANSWER_WITHIN = Duration.ofSeconds(2);

    private static final Duration END_WITHIN = Duration.ofSeconds(3);

    private final String name;
    private final DataSource direct;
    private final CountDownLatch closed = new CountDownLatch(1);
    private Duration pause = FIRST_PAUSE;
    private boolean failing;

    /** @param name of the thread, and what the log calls the connection */
    OwnConnection(String name, DataSource direct) {
        this.name = name;
        this.direct = direct;
    }

    /** What a connection is for: returns when this is closed. */
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

    /** The use and the thread are to end. */
    void close() {
        closed.countDown();
    }

    /** Lets so much time pass, unless this is closed. */
    void rest(Duration time) throws InterruptedException {
        closed.await(time.toMillis(), TimeUnit.MILLISECONDS);
    }

    /** Waits for the thread, but not for ever: the database may keep it. */
    static void await(Thread thread) {
        try {
            if (!thread.join(END_WITHIN)) {
                thread.interrupt();
            }
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }

    /** Said by the use whenever its connection has served. */
    void works() {
        pause = FIRST_PAUSE;
        if (failing) {
            failing = false;
            LOG.info("the {} works again", name);
        }
    }

    private void run(Use use) {
        try {
            while (!isClosed()) {
                connect(use);
            }
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt(); // nobody but await does that, at the end
        }
    }

    private void connect(Use use) throws InterruptedException {
        try (Connection connection = direct.getConnection()) {
            connection.setNetworkTimeout(Runnable::run, (int) ANSWER_WITHIN.toMillis());
            use.of(connection);
        } catch (SQLException | RuntimeException e) { // an escaped one would end the thread for ever, unnoticed
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
                LOG.warn("the {} lost its connection and tries again: {}", name, e.getMessage());
            } else {
                LOG.error("the {} failed and tries again", name, e);
            }
        }
    }
}
