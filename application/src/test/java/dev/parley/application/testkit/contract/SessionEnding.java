package dev.parley.application.testkit.contract;

import dev.parley.application.port.in.erasure.EraseAccountUseCase;
import dev.parley.application.port.in.session.Caller;
import dev.parley.application.port.in.session.RevokeSessionUseCase;
import dev.parley.application.port.in.session.RevokeSessionUseCase.Target;
import dev.parley.application.port.in.user.ChangePasswordUseCase;
import dev.parley.application.port.in.user.SetPasswordUseCase;
import dev.parley.application.testkit.UseCases;
import dev.parley.domain.user.Password;
import dev.parley.domain.user.PasswordHash;
import dev.parley.domain.user.Username;

/** The actions of a user or an operator that end all sessions of the user, or all except the current one. */
enum SessionEnding {
    ERASURE,
    PASSWORD_CHANGE,
    PASSWORD_SET,
    REVOCATION;

    static final Password OLD = new Password("correct horse");
    static final PasswordHash OLD_HASH = new PasswordHash("fake$0$" + OLD.value());

    private static final Password NEW = new Password("battery staple");

    Object by(UseCases app, Caller caller, Username name) {
        return switch (this) {
            case ERASURE -> {
                app.erase().erase(new EraseAccountUseCase.Command(caller, WithStores.ORIGIN));
                yield this;
            }
            case PASSWORD_CHANGE ->
                app.changePassword()
                        .change(new ChangePasswordUseCase.Command(
                                caller.user(), caller.session(), OLD, NEW, WithStores.ORIGIN));
            case PASSWORD_SET -> app.setPassword().set(new SetPasswordUseCase.Command(name, NEW));
            case REVOCATION ->
                app.revokeSession()
                        .revoke(new RevokeSessionUseCase.Command(caller, new Target.Others(), WithStores.ORIGIN));
        };
    }

    /** Whether the old password becomes invalid. */
    boolean endsThePassword() {
        return this != REVOCATION;
    }
}
