package dev.parley.application.testkit;

import dev.parley.application.port.out.session.StreamTickets;
import dev.parley.domain.session.TokenDigest;
import java.time.Instant;
import java.util.Optional;

public final class InMemoryStreamTickets implements StreamTickets {

    private final InMemoryStateStore store;

    public InMemoryStreamTickets(InMemoryStateStore store) {
        this.store = store;
    }

    @Override
    public void add(TokenDigest digest, Ticket ticket) {
        store.write(state -> Optional.ofNullable(state.tickets().put(digest, ticket)));
    }

    @Override
    public Optional<Ticket> find(TokenDigest digest) {
        return store.read(state -> Optional.ofNullable(state.tickets().get(digest)));
    }

    @Override
    public Optional<Ticket> take(TokenDigest digest) {
        return store.write(state -> Optional.ofNullable(state.tickets().remove(digest)));
    }

    @Override
    public int removeExpired(Instant before) {
        return store.write(state -> {
            int count = state.tickets().size();
            state.tickets().values().removeIf(ticket -> ticket.expiresAt().isBefore(before));
            return count - state.tickets().size();
        });
    }
}
