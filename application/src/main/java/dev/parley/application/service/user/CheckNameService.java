package dev.parley.application.service.user;

import dev.parley.application.port.in.user.CheckNameUseCase;
import dev.parley.application.port.out.user.Users;
import dev.parley.domain.user.Username;

public final class CheckNameService implements CheckNameUseCase {

    private final Users users;

    public CheckNameService(Users users) {
        this.users = users;
    }

    @Override
    public boolean isTaken(String username) {
        return Username.parse(username).filter(users::isTaken).isPresent();
    }
}
