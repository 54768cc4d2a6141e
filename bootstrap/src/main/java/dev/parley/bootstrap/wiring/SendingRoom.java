package dev.parley.bootstrap.wiring;

import dev.parley.adapters.persistence.conversation.SendingLimits;
import dev.parley.bootstrap.configuration.ParleyConfiguration;
import io.dropwizard.core.server.AbstractServerFactory;
import io.dropwizard.core.server.ServerFactory;
import java.time.Duration;

/**
 * How many sends may wait on a node. Each holds one of the server's threads, and a node without a free thread cannot even
 * refuse a request.
 */
final class SendingRoom {

    /** More would only wait longer: the database stores no more at a time. */
    private static final int MAX_WAITING = 512;

    private static final int PART_OF_THE_THREADS = 2;
    private static final int PART_THAT_MAY_BE_BUSY = 4;

    private SendingRoom() {}

    /** A send waits for a user as long as a unit of work waits for a lock. */
    static SendingLimits of(ParleyConfiguration configuration) {
        return of(
                configuration.getServerFactory(),
                configuration.getDatabase().lockTimeout().toJavaDuration());
    }

    static SendingLimits of(ServerFactory server, Duration patience) {
        int waiting = Math.clamp(threads(server) / PART_OF_THE_THREADS, 1, MAX_WAITING);
        return new SendingLimits(waiting, Math.max(1, waiting / PART_THAT_MAY_BE_BUSY), patience);
    }

    private static int threads(ServerFactory server) {
        if (server instanceof AbstractServerFactory bounded) {
            return bounded.getMaxThreads();
        }
        throw new IllegalArgumentException("expected a server with maxThreads, found "
                + server.getClass().getSimpleName());
    }
}
