package dev.parley.application.service.user;

import dev.parley.application.port.in.user.FindUserUseCase;
import dev.parley.application.port.out.user.Users;
import dev.parley.domain.user.User;
import dev.parley.domain.user.Username;
import java.util.Optional;

public final class FindUserService implements FindUserUseCase {

    private final Users users;

    public FindUserService(Users users) {
        this.users = users;
    }

    @Override
    public Optional<User> find(String username) {
        return Username.parse(username).flatMap(users::find).filter(user -> !user.isErased());
    }
}
