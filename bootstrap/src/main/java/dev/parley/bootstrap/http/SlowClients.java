package dev.parley.bootstrap.http;

import java.time.Duration;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.function.LongSupplier;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Ends requests whose clients keep their threads waiting: those that do not keep the pace, and, if too many wait at a time,
 * the slowest.
 *
 * <p>Jetty's idle time-out begins anew with every byte, its minimum rate of answers is not enforced, and its handler that
 * enforces one looks only before it writes, when nothing is blocked. Only the waiting counts here: neither work nor a poll
 * that has nothing to tell.
 *
 * <p>A pace alone would not do: whoever keeps it with as many connections as there are threads has them all.
 */
public final class SlowClients implements Runnable {

    private static final Logger LOG = LoggerFactory.getLogger(SlowClients.class);

    private static final Duration BETWEEN_WARNINGS = Duration.ofMinutes(1);

    /** Nobody is slow before that. */
    private static final Duration PATIENCE = Duration.ofMillis(500);

    private final Pace sending;
    private final Pace taking;
    private final int most;
    private final LongSupplier nanoTime;
    private final Runnable onEnd;
    private final Set<ClientWait> waits = ConcurrentHashMap.newKeySet();
    private Optional<Long> warned = Optional.empty();

    /**
     * @param sending for the body of a request
     * @param taking for an answer
     * @param most so many may be slow at a time
     * @param onEnd is told of each that is ended
     */
    public SlowClients(Pace sending, Pace taking, int most, LongSupplier nanoTime, Runnable onEnd) {
        this.sending = sending;
        this.taking = taking;
        this.most = most;
        this.nanoTime = nanoTime;
        this.onEnd = onEnd;
    }

    ClientWait sending(ClientConnection client) {
        return new ClientWait(client, sending, nanoTime, this);
    }

    ClientWait taking(ClientConnection client) {
        return new ClientWait(client, taking, nanoTime, this);
    }

    void enter(ClientWait wait) {
        waits.add(wait);
    }

    void leave(ClientWait wait) {
        waits.remove(wait);
    }

    /** Looks at everybody once; one thread at a time. */
    @Override
    public void run() {
        waits.stream().filter(ClientWait::isOverdue).forEach(this::end);
        List<Seen> slow = waits.stream()
                .filter(wait -> !wait.isBroken() && wait.waited() > PATIENCE.toNanos())
                .map(wait -> new Seen(wait, wait.rate()))
                .toList();
        if (slow.size() > most) {
            warn(slow.size());
            slow.stream()
                    .sorted(Comparator.comparingDouble(Seen::rate))
                    .limit(slow.size() - (long) most)
                    .forEach(seen -> end(seen.client()));
        }
    }

    /** The metric counts them; the log only has to say what goes on. */
    private void warn(int slow) {
        long now = nanoTime.getAsLong();
        if (warned.isEmpty() || now - warned.get() >= BETWEEN_WARNINGS.toNanos()) {
            warned = Optional.of(now);
            LOG.warn("{} clients are slow at a time, and {} may be: the slowest are ended", slow, most);
        }
    }

    /** Rates go on changing while they are compared. */
    private record Seen(ClientWait client, double rate) {}

    private void end(ClientWait wait) {
        if (!waits.contains(wait)) {
            return; // it has come on meanwhile, and its connection may carry another request by now
        }
        try {
            if (!wait.isBroken()) {
                onEnd.run();
            }
            wait.end();
        } catch (RuntimeException e) { // or nobody would look at any client again
            LOG.warn("A slow client cannot be ended", e);
        }
    }
}
