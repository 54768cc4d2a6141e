package dev.parley.application.service.user;

import dev.parley.application.port.in.user.SearchUsersUseCase;
import dev.parley.application.port.out.user.Users;
import dev.parley.domain.user.User;
import java.util.List;

public final class SearchUsersService implements SearchUsersUseCase {

    private final Users users;

    public SearchUsersService(Users users) {
        this.users = users;
    }

    @Override
    public List<User> search(Query query) {
        return users.listByPrefix(query.prefix(), query.after(), query.limit());
    }
}
