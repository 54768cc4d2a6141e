package dev.parley.adapters.persistence.event;

import com.github.benmanes.caffeine.cache.Ticker;
import dev.parley.adapters.persistence.shared.AccountChanges;
import dev.parley.adapters.persistence.shared.Changes;
import dev.parley.adapters.persistence.shared.StateStore;
import dev.parley.application.port.out.event.EventSignals;
import dev.parley.domain.event.Subscription;
import dev.parley.domain.user.UserId;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.Optional;
import java.util.Set;
import javax.sql.DataSource;
import org.jdbi.v3.core.Handle;

/**
 * Signals through PostgreSQL's {@code LISTEN} and {@code NOTIFY}, which carry ids of users only. Subscribers of this node are
 * signalled at once, and other nodes through a connection of its own. A tick finds heads that moved without a signal.
 *
 * <p>It holds two connections. Without {@link #start} it signals on this node only.
 */
public final class JdbiEventSignals implements EventSignals, AccountChanges, AutoCloseable {

    private final Subscribers subscribers = new Subscribers();
    private final Changes accounts = new Changes();
    private final String node;
    private final SignalNotifier notifier;
    private final SignalListener listener;
    private final HeadTick tick;

    /**
     * @param store the store whose heads the tick reads
     * @param direct opens connections to the same database; not a pool, and not through a pooler in transaction mode
     * @param tick maximum delay of a lost signal
     * @param node unique name of this node
     * @param ticker measures the time since the last response of the database
     */
    public JdbiEventSignals(
            StateStore store, DataSource direct, Duration tick, String node, Clock clock, Ticker ticker) {
        this.node = node;
        this.notifier = new SignalNotifier(direct, node);
        this.listener = new SignalListener(subscribers, accounts, direct, node, clock, ticker);
        this.tick = new HeadTick(store, subscribers, tick);
    }

    /** Starts the threads; call it once. Returns without a database: the threads connect when it is available. */
    public void start() {
        listener.start();
        notifier.start();
        tick.start();
    }

    /** Sends pending notifications to other nodes, and ends. */
    @Override
    public void close() {
        tick.close();
        notifier.close();
        listener.close();
    }

    @Override
    public Subscription subscribe(UserId user, Runnable onSignal) {
        return subscribers.add(user, onSignal)::run;
    }

    /** Signals that these users may have new events; call it after the commit. Neither waits nor throws. */
    public void signal(Set<UserId> users) {
        subscribers.tell(users);
        notifier.offer(users);
    }

    @Override
    public Changes counters() {
        return accounts;
    }

    @Override
    public boolean isConnected() {
        return isListening();
    }

    @Override
    public void publish(Handle transaction, UserId user) {
        transaction
                .createUpdate("SELECT pg_notify(:channel, :notice)")
                .bind("channel", Notice.ACCOUNTS)
                .bind("notice", new Notice(node, Set.of(user)).text())
                .execute();
        transaction.afterCommit(() -> accounts.add(user));
    }

    /** Whether this node has received all notifications until a second ago. */
    public boolean isListening() {
        return listeningSince().isPresent();
    }

    /** The time since which no notification was missed; empty if one may have been. */
    public Optional<Instant> listeningSince() {
        return listener.listeningSince();
    }
}
