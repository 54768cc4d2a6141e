package dev.parley.application.service.user;

import dev.parley.application.port.in.user.UserQueries;
import dev.parley.application.port.out.user.Users;
import dev.parley.domain.user.User;
import dev.parley.domain.user.UserId;
import dev.parley.domain.user.Username;
import java.util.List;
import java.util.Optional;

public final class UserQueriesService implements UserQueries {

    private final Users users;

    public UserQueriesService(Users users) {
        this.users = users;
    }

    @Override
    public User get(UserId user) {
        return users.find(user).orElseThrow();
    }

    @Override
    public Optional<User> find(String username) {
        return Username.parse(username).flatMap(users::find).filter(user -> !user.isErased());
    }

    @Override
    public boolean isTaken(String username) {
        return Username.parse(username).filter(users::isTaken).isPresent();
    }

    @Override
    public List<User> search(Search search) {
        Optional<Username> prefix = Username.parse(search.prefix()).filter(name -> !name.isTombstone());
        Optional<Username> after = Username.parse(search.after());
        if (prefix.isEmpty() || (after.isEmpty() && !search.after().isEmpty())) {
            return List.of();
        }
        return users.listByPrefix(prefix.get(), after, search.limit());
    }
}
