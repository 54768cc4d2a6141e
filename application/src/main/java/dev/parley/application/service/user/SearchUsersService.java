package dev.parley.application.service.user;

import dev.parley.application.port.in.user.SearchUsersUseCase;
import dev.parley.application.port.out.user.Users;
import dev.parley.domain.user.User;
import dev.parley.domain.user.Username;
import java.util.List;
import java.util.Optional;

public final class SearchUsersService implements SearchUsersUseCase {

    private final Users users;

    public SearchUsersService(Users users) {
        this.users = users;
    }

    @Override
    public List<User> search(Query query) {
        Optional<Username> prefix = Username.parse(query.prefix()).filter(name -> !name.isTombstone());
        Optional<Username> after = Username.parse(query.after());
        if (prefix.isEmpty() || (after.isEmpty() && !query.after().isEmpty())) {
            return List.of();
        }
        return users.listByPrefix(prefix.get(), after, query.limit());
    }
}
