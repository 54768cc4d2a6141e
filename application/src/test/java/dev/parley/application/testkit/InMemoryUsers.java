package dev.parley.application.testkit;

import dev.parley.application.port.out.user.Users;
import dev.parley.domain.shared.PageLimit;
import dev.parley.domain.user.NameComparison;
import dev.parley.domain.user.NameDigest;
import dev.parley.domain.user.PasswordHash;
import dev.parley.domain.user.User;
import dev.parley.domain.user.UserId;
import dev.parley.domain.user.Username;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.Arrays;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;

public final class InMemoryUsers implements Users {

    /** UTF-8 sorts by code points; {@link String#compareTo} does not. */
    private static final Comparator<String> BY_CODE_POINTS =
            (one, other) -> Arrays.compareUnsigned(utf8(one), utf8(other));

    private static final Comparator<Username> BY_NAMES =
            Comparator.comparing(Username::folded, BY_CODE_POINTS).thenComparing(Username::value, BY_CODE_POINTS);

    private final InMemoryStateStore store;

    public InMemoryUsers(InMemoryStateStore store) {
        this.store = store;
    }

    @Override
    public Optional<User> register(Username username, NameComparison comparison, PasswordHash hash, Instant at) {
        return store.write(state -> {
            if (isTaken(state, username, comparison)) {
                return Optional.empty();
            }
            state.takenNames().add(NameDigest.of(username));
            state.takenFoldedNames().add(NameDigest.ofFolded(username));
            User user = new User(new UserId(store.nextId()), username, at);
            state.users().put(username, user);
            state.passwords().put(user.id(), hash);
            state.heads().put(user.id(), 0L);
            return Optional.of(user);
        });
    }

    @Override
    public Optional<User> find(Username username) {
        return store.read(state -> Optional.ofNullable(state.users().get(username)));
    }

    @Override
    public boolean isTaken(Username username, NameComparison comparison) {
        return store.read(state -> isTaken(state, username, comparison));
    }

    private static boolean isTaken(InMemoryState state, Username username, NameComparison comparison) {
        return switch (comparison) {
            case EXACT -> state.takenNames().contains(NameDigest.of(username));
            case IGNORING_CASE -> state.takenFoldedNames().contains(NameDigest.ofFolded(username));
        };
    }

    @Override
    public List<User> listByPrefix(Username prefix, Optional<Username> after, int limit) {
        PageLimit.require(limit, MAX_PAGE);
        return store.read(state -> state.users().values().stream()
                .filter(user -> user.username().folded().startsWith(prefix.folded()))
                .filter(user -> after.isEmpty() || BY_NAMES.compare(user.username(), after.get()) > 0)
                .sorted(Comparator.comparing(User::username, BY_NAMES))
                .limit(limit)
                .toList());
    }

    @Override
    public Optional<User> find(UserId id) {
        return store.read(state -> find(state, id));
    }

    @Override
    public Map<UserId, Username> names(Set<UserId> ids) {
        return store.read(state -> state.users().values().stream()
                .filter(user -> ids.contains(user.id()))
                .collect(Collectors.toMap(User::id, User::username)));
    }

    @Override
    public Optional<Credentials> findCredentials(Username username) {
        return store.read(state ->
                Optional.ofNullable(state.users().get(username)).flatMap(user -> credentials(state, user.id())));
    }

    @Override
    public Optional<Credentials> findCredentials(UserId id) {
        return store.read(state -> credentials(state, id));
    }

    @Override
    public void erase(UserId id) {
        store.write(state -> {
            User user = find(state, id).orElseThrow(() -> new IllegalArgumentException("unknown user"));
            Username tombstone = Username.ofErased(id);
            state.users().remove(user.username());
            state.passwords().remove(id);
            return state.users().put(tombstone, new User(id, tombstone, user.registeredAt()));
        });
    }

    @Override
    public void replacePasswordHash(UserId user, PasswordHash hash) {
        store.write(state -> state.passwords().computeIfPresent(user, (id, old) -> hash));
    }

    @Override
    public boolean replacePasswordHash(Credentials known, PasswordHash hash) {
        return store.write(state -> state.passwords().replace(known.user(), known.hash(), hash));
    }

    @Override
    public boolean confirm(Credentials known) {
        store.requireUnitOfWork("a confirmation");
        return findCredentials(known.user()).filter(known::equals).isPresent();
    }

    private static Optional<User> find(InMemoryState state, UserId id) {
        return state.users().values().stream()
                .filter(user -> user.id().equals(id))
                .findAny();
    }

    private static Optional<Credentials> credentials(InMemoryState state, UserId id) {
        return Optional.ofNullable(state.passwords().get(id)).map(hash -> new Credentials(id, hash));
    }

    private static byte[] utf8(String name) {
        return name.getBytes(StandardCharsets.UTF_8);
    }
}
