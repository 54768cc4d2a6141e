package dev.parley.bootstrap.wiring;

import com.google.inject.AbstractModule;
import com.google.inject.Provides;
import com.google.inject.Singleton;
import dev.parley.application.port.in.limit.AdmitRequestUseCase;
import dev.parley.application.port.in.limit.RateLimitedUseCase;
import dev.parley.application.port.in.session.AuthenticateUseCase;
import dev.parley.application.port.in.session.LogInUseCase;
import dev.parley.application.port.in.session.PresentedCredential;
import dev.parley.application.port.in.session.RedeemStreamTicketUseCase;
import dev.parley.application.port.in.user.ChangePasswordUseCase;
import dev.parley.application.port.in.user.RegisterUserUseCase;
import dev.parley.bootstrap.metrics.MeteredLimits;
import dev.parley.bootstrap.metrics.ServiceMetrics;
import dev.parley.domain.limit.PermitResults;

/** The same use cases as {@link LimitsModule}, without limits. */
final class UnlimitedModule extends AbstractModule {

    @Provides
    @Singleton
    AdmitRequestUseCase admit() {
        return (kind, client) -> PermitResults.NONE;
    }

    @Provides
    @Singleton
    RateLimitedUseCase<PresentedCredential, AuthenticateUseCase.Result> authenticate(AuthenticateUseCase authenticate) {
        return RateLimitedUseCase.unlimited(authenticate::authenticate);
    }

    @Provides
    @Singleton
    RateLimitedUseCase<PresentedCredential, RedeemStreamTicketUseCase.Result> redeemTicket(
            RedeemStreamTicketUseCase redeem) {
        return RateLimitedUseCase.unlimited(redeem::redeem);
    }

    @Provides
    @Singleton
    RateLimitedUseCase<LogInUseCase.Command, LogInUseCase.Result> logIn(LogInUseCase logIn, ServiceMetrics metrics) {
        return new MeteredLimits<>(RateLimitedUseCase.unlimited(logIn::logIn), metrics, metrics::login);
    }

    @Provides
    @Singleton
    RateLimitedUseCase<RegisterUserUseCase.Command, RegisterUserUseCase.Result> register(RegisterUserUseCase register) {
        return RateLimitedUseCase.unlimited(register::register);
    }

    @Provides
    @Singleton
    RateLimitedUseCase<ChangePasswordUseCase.Command, ChangePasswordUseCase.Result> changePassword(
            ChangePasswordUseCase changePassword) {
        return RateLimitedUseCase.unlimited(changePassword::change);
    }
}
