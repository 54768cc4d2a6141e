package dev.parley.application.testkit;

import dev.parley.application.port.out.user.Users;
import dev.parley.domain.user.PasswordHash;
import dev.parley.domain.user.User;
import dev.parley.domain.user.UserId;
import dev.parley.domain.user.Username;
import java.time.Instant;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;

public final class InMemoryUsers implements Users {

    private final InMemoryStateStore store;

    public InMemoryUsers(InMemoryStateStore store) {
        this.store = store;
    }

    @Override
    public Optional<User> register(Username username, PasswordHash hash, Instant at) {
        return store.write(state -> {
            if (state.users().containsKey(username)) {
                return Optional.empty();
            }
            User user = new User(new UserId(store.nextId()), username, at);
            state.users().put(username, user);
            state.passwords().put(user.id(), hash);
            return Optional.of(user);
        });
    }

    @Override
    public Optional<User> find(Username username) {
        return store.read(state -> Optional.ofNullable(state.users().get(username)));
    }

    @Override
    public Map<UserId, Username> names(Set<UserId> ids) {
        return store.read(state -> state.users().values().stream()
                .filter(user -> ids.contains(user.id()))
                .collect(Collectors.toMap(User::id, User::username)));
    }

    @Override
    public Optional<Credentials> findCredentials(Username username) {
        return store.read(state -> Optional.ofNullable(state.users().get(username))
                .map(user -> new Credentials(
                        user.id(),
                        Optional.ofNullable(state.passwords().get(user.id())).orElseThrow())));
    }

    @Override
    public void replacePasswordHash(UserId user, PasswordHash hash) {
        store.write(state -> state.passwords().computeIfPresent(user, (id, old) -> hash));
    }
}
