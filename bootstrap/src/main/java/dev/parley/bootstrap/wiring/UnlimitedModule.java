package dev.parley.bootstrap.wiring;

import com.google.inject.AbstractModule;
import dev.parley.application.port.in.user.ChangePasswordUseCase;
import dev.parley.application.port.in.user.RegisterUserUseCase;
import dev.parley.application.service.user.ChangePasswordService;
import dev.parley.application.service.user.RegisterUserService;

/** Registration and password changes without limits: for commands, and for nodes without limits. */
final class UnlimitedModule extends AbstractModule {

    @Override
    protected void configure() {
        bind(RegisterUserUseCase.class).to(RegisterUserService.class);
        bind(ChangePasswordUseCase.class).to(ChangePasswordService.class);
    }
}
