package dev.parley.bootstrap.wiring;

import dev.parley.adapters.persistence.conversation.SendingLimits;
import dev.parley.bootstrap.configuration.ParleyConfiguration;
import io.dropwizard.core.server.AbstractServerFactory;
import io.dropwizard.core.server.ServerFactory;
import java.time.Duration;

/**
 * How much of a node sends may take. Each that waits holds one of the server's threads, and a node without a free thread can
 * answer nothing, not even that it is busy.
 */
final class SendingRoom {

    private static final int PART_OF_THE_THREADS = 2;
    private static final int PART_THAT_MAY_BE_BUSY = 4;

    private SendingRoom() {}

    /** A draft waits for a user as long as any unit of work waits for a lock. */
    static SendingLimits of(ParleyConfiguration configuration) {
        return of(
                configuration.getServerFactory(),
                configuration.getDatabase().lockTimeout().toJavaDuration());
    }

    static SendingLimits of(ServerFactory server, Duration patience) {
        int waiting = Math.max(1, threads(server) / PART_OF_THE_THREADS);
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
