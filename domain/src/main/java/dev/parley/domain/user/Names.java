package dev.parley.domain.user;

import java.util.Map;
import java.util.NoSuchElementException;
import java.util.Optional;

/**
 * The names of users, found by their ids.
 *
 * @param byId the current names; for erased users their tombstones
 */
public record Names(Map<UserId, Username> byId) {

    public Names {
        byId = Map.copyOf(byId);
    }

    /** @throws NoSuchElementException if the user is not among them */
    public Username of(UserId user) {
        return find(user).orElseThrow(() -> new NoSuchElementException("no name loaded for " + user));
    }

    public Optional<Username> find(UserId user) {
        return Optional.ofNullable(byId.get(user));
    }
}
