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
 * Signals through PostgreSQL's LISTEN and NOTIFY, which carry ids of users and nothing else: to this node at once, to the
 * others from a connection of its own, and at every tick for whoever's head has moved without a word.
 *
 * <p>It takes two connections for as long as it lives. Without {@link #start} it signals on this node alone.
 *
 * <p>Stands alone behind its port because other engines have no such notifications: the tick would do there.
 */
public final class JdbiEventSignals implements EventSignals, AccountChanges, AutoCloseable {

    private final Subscribers subscribers = new Subscribers();
    private final Changes accounts = new Changes();
    private final String node;
    private final SignalNotifier notifier;
    private final SignalListener listener;
    private final HeadTick tick;

    /**
     * @param store where the tick looks
     * @param direct gives connections to the same database that nobody else uses, not from a pool and not through one that
     *     shares connections between transactions
     * @param tick how long a signal that is lost can delay
     * @param node names this node, another name each
     * @param ticker measures how long ago others were heard
     */
    public JdbiEventSignals(
            StateStore store, DataSource direct, Duration tick, String node, Clock clock, Ticker ticker) {
        this.node = node;
        this.notifier = new SignalNotifier(direct, node);
        this.listener = new SignalListener(subscribers, accounts, direct, node, clock, ticker);
        this.tick = new HeadTick(store, subscribers, tick);
    }

    /** Once. It needs no database to return: what cannot connect goes on trying. */
    public void start() {
        listener.start();
        notifier.start();
        tick.start();
    }

    /** Tells the others what they have not been told yet, and ends. */
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

    /** There may be something new for these users: called when it is committed. Neither waits nor throws. */
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

    /** Whether everything that other nodes told until a second ago has reached the subscribers here. */
    public boolean isListening() {
        return listeningSince().isPresent();
    }

    /** From when on nothing was missed, without a break until now; empty while that is not certain. */
    public Optional<Instant> listeningSince() {
        return listener.listeningSince();
    }
}
