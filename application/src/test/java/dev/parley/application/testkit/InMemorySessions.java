package dev.parley.application.testkit;

import dev.parley.application.port.out.session.Sessions;
import dev.parley.domain.limit.Network;
import dev.parley.domain.session.Session;
import dev.parley.domain.session.SessionPlace;
import dev.parley.domain.session.TokenDigest;
import dev.parley.domain.shared.PageLimit;
import dev.parley.domain.shared.SessionId;
import dev.parley.domain.user.UserId;
import dev.parley.domain.user.Username;
import java.time.Instant;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.function.Predicate;

public final class InMemorySessions implements Sessions {

    private final InMemoryStateStore store;
    private final Set<TokenDigest> familiar = ConcurrentHashMap.newKeySet();

    public InMemorySessions(InMemoryStateStore store) {
        this.store = store;
    }

    @Override
    public Session open(NewSession wanted) {
        return store.write(state -> {
            Session session = new Session(
                    new SessionId(store.nextId()),
                    wanted.user(),
                    wanted.device(),
                    wanted.origin().address(),
                    wanted.createdAt(),
                    wanted.createdAt(),
                    wanted.expiresAt());
            state.sessions().put(wanted.digest(), session);
            return session;
        });
    }

    @Override
    public Optional<Session> find(TokenDigest digest) {
        Optional<Session> found = store.read(state ->
                Optional.ofNullable(state.sessions().get(digest)).filter(session -> !isErased(session.user(), state)));
        found.ifPresentOrElse(session -> familiar.add(digest), () -> familiar.remove(digest));
        return found;
    }

    @Override
    public boolean isFamiliar(TokenDigest digest) {
        return familiar.contains(digest);
    }

    @Override
    public boolean isOpenFrom(Username name, Network network, Instant now) {
        return store.read(state -> state.sessions().values().stream()
                .filter(session -> isNamed(name, session.user(), state) && session.isOpenAt(now))
                .anyMatch(session -> Network.of(session.address()).equals(network)));
    }

    private static boolean isNamed(Username name, UserId user, InMemoryState state) {
        return Optional.ofNullable(state.users().get(name))
                .filter(found -> found.id().equals(user))
                .isPresent();
    }

    @Override
    public void see(Session session) {
        store.write(state -> {
            state.sessions().replaceAll((digest, old) -> old.id().equals(session.id()) ? seen(old, session) : old);
            return session;
        });
    }

    @Override
    public List<Session> list(UserId user, Instant now, Optional<SessionPlace> after, int limit) {
        PageLimit.require(limit, MAX_PAGE);
        return store.read(state -> state.sessions().values().stream()
                .filter(session -> session.user().equals(user) && session.isOpenAt(now))
                .filter(session -> after.stream().allMatch(place -> place.compareTo(SessionPlace.of(session)) < 0))
                .sorted(Comparator.comparing(SessionPlace::of))
                .limit(limit)
                .toList());
    }

    @Override
    public Optional<Session> find(UserId user, SessionId session) {
        return store.read(state -> state.sessions().values().stream()
                .filter(open -> open.user().equals(user) && open.id().equals(session))
                .filter(open -> !isErased(user, state))
                .findFirst());
    }

    private static boolean isErased(UserId user, InMemoryState state) {
        return state.users().containsKey(Username.ofErased(user));
    }

    @Override
    public boolean close(UserId user, SessionId session) {
        return !remove(open -> open.user().equals(user) && open.id().equals(session))
                .isEmpty();
    }

    @Override
    public List<SessionId> closeOthers(UserId user, SessionId kept) {
        return remove(open -> open.user().equals(user) && !open.id().equals(kept));
    }

    @Override
    public List<SessionId> closeAll(UserId user) {
        return remove(open -> open.user().equals(user));
    }

    @Override
    public int removeExpired(Instant before) {
        return remove(session -> session.expiresAt().isBefore(before)).size();
    }

    private List<SessionId> remove(Predicate<Session> unwanted) {
        return store.write(state -> {
            List<SessionId> removed = state.sessions().values().stream()
                    .filter(unwanted)
                    .map(Session::id)
                    .sorted(Comparator.comparingLong(SessionId::value))
                    .toList();
            state.sessions().values().removeIf(unwanted);
            return removed;
        });
    }

    private static Session seen(Session old, Session seen) {
        return new Session(
                old.id(),
                old.user(),
                old.device(),
                old.address(),
                old.createdAt(),
                seen.lastSeenAt(),
                seen.expiresAt());
    }
}
