package dev.parley.bootstrap.wiring;

import com.google.inject.AbstractModule;
import com.google.inject.Provides;
import com.google.inject.Singleton;
import dev.parley.application.port.in.user.ChangePasswordUseCase;
import dev.parley.application.port.in.user.RegisterUserUseCase;
import dev.parley.application.service.user.ChangePasswordService;
import dev.parley.application.service.user.RegisterUserService;

/** Registering and new passwords, without limits: for operators, and where limits are off. */
final class UnlimitedModule extends AbstractModule {

    @Provides
    @Singleton
    RegisterUserUseCase register(RegisterUserService service) {
        return service;
    }

    @Provides
    @Singleton
    ChangePasswordUseCase changePassword(ChangePasswordService service) {
        return service;
    }
}
