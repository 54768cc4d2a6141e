package dev.parley.application.service.user;

import dev.parley.application.port.in.user.GetProfileUseCase;
import dev.parley.application.port.out.user.Users;
import dev.parley.domain.user.User;
import dev.parley.domain.user.UserId;

public final class GetProfileService implements GetProfileUseCase {

    private final Users users;

    public GetProfileService(Users users) {
        this.users = users;
    }

    @Override
    public User get(UserId user) {
        return users.find(user).orElseThrow();
    }
}
