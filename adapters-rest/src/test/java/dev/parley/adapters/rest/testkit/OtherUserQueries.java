package dev.parley.adapters.rest.testkit;

import dev.parley.application.port.in.user.UserQueries;
import dev.parley.domain.user.User;
import dev.parley.domain.user.UserId;
import java.util.List;
import java.util.Optional;

/** The real queries, for tests that replace some of them. */
public class OtherUserQueries implements UserQueries {

    private final UserQueries real;

    protected OtherUserQueries(UserQueries real) {
        this.real = real;
    }

    @Override
    public User get(UserId user) {
        return real.get(user);
    }

    @Override
    public Optional<User> find(String username) {
        return real.find(username);
    }

    @Override
    public boolean isTaken(String username) {
        return real.isTaken(username);
    }

    @Override
    public List<User> search(Search search) {
        return real.search(search);
    }
}
