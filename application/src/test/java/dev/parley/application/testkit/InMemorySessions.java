package dev.parley.application.testkit;

import dev.parley.application.port.out.session.Sessions;
import dev.parley.domain.session.Session;
import dev.parley.domain.session.TokenDigest;
import dev.parley.domain.shared.SessionId;
import dev.parley.domain.user.UserId;
import java.util.Optional;

public final class InMemorySessions implements Sessions {

    private final InMemoryStateStore store;

    public InMemorySessions(InMemoryStateStore store) {
        this.store = store;
    }

    @Override
    public Session open(NewSession wanted) {
        return store.write(state -> {
            Session session = new Session(
                    new SessionId(store.nextId()),
                    wanted.user(),
                    wanted.createdAt(),
                    wanted.createdAt(),
                    wanted.expiresAt());
            state.sessions().put(wanted.digest(), session);
            return session;
        });
    }

    @Override
    public Optional<Session> find(TokenDigest digest) {
        return store.read(state -> Optional.ofNullable(state.sessions().get(digest)));
    }

    @Override
    public void see(Session session) {
        store.write(state -> {
            state.sessions().replaceAll((digest, old) -> old.id().equals(session.id()) ? session : old);
            return session;
        });
    }

    @Override
    public boolean close(SessionId session) {
        return store.write(
                state -> state.sessions().values().removeIf(open -> open.id().equals(session)));
    }

    @Override
    public int closeAll(UserId user) {
        return store.write(state -> {
            int before = state.sessions().size();
            state.sessions().values().removeIf(open -> open.user().equals(user));
            return before - state.sessions().size();
        });
    }
}
