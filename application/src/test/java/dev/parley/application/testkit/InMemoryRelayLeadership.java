package dev.parley.application.testkit;

import dev.parley.application.port.out.activity.RelayLeadership;
import java.util.concurrent.atomic.AtomicReference;
import org.jspecify.annotations.Nullable;

/** One of several candidates for the leadership. */
public final class InMemoryRelayLeadership implements RelayLeadership {

    private final AtomicReference<@Nullable RelayLeadership> seat;

    /** A candidate without competitors. */
    public InMemoryRelayLeadership() {
        this(new AtomicReference<>());
    }

    private InMemoryRelayLeadership(AtomicReference<@Nullable RelayLeadership> seat) {
        this.seat = seat;
    }

    /** The candidate of another node for the same leadership. */
    public InMemoryRelayLeadership competitor() {
        return new InMemoryRelayLeadership(seat);
    }

    @Override
    public boolean lead() {
        return seat.compareAndSet(null, this) || seat.get() == this;
    }

    @Override
    public void resign() {
        seat.compareAndSet(this, null);
    }
}
