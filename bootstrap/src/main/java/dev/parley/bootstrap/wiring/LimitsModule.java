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
import dev.parley.application.port.out.limit.FailureStreaks;
import dev.parley.application.port.out.limit.NodeLimits;
import dev.parley.application.port.out.limit.SharedLimits;
import dev.parley.application.port.out.session.Sessions;
import dev.parley.application.port.out.session.StreamTickets;
import dev.parley.application.service.limit.AdmitRequestService;
import dev.parley.application.service.session.ThrottledAuthenticateService;
import dev.parley.application.service.session.ThrottledLogInService;
import dev.parley.application.service.session.ThrottledRedeemStreamTicketService;
import dev.parley.application.service.user.ThrottledChangePasswordService;
import dev.parley.application.service.user.ThrottledRegisterUserService;
import dev.parley.bootstrap.configuration.ParleyConfiguration;
import dev.parley.bootstrap.configuration.RateLimitsConfiguration;
import dev.parley.bootstrap.limit.BucketNodeLimits;
import dev.parley.bootstrap.metrics.MeteredLimits;
import dev.parley.bootstrap.metrics.ServiceMetrics;
import java.time.Clock;

/** The use cases within their rate limits. */
final class LimitsModule extends AbstractModule {

    @Provides
    @Singleton
    RateLimitsConfiguration rates(ParleyConfiguration configuration) {
        return configuration.getRateLimits();
    }

    @Provides
    @Singleton
    NodeLimits nodeLimits(RateLimitsConfiguration rates) {
        return new BucketNodeLimits(System::nanoTime, rates.maxClients());
    }

    @Provides
    @Singleton
    AdmitRequestUseCase admit(NodeLimits limits, RateLimitsConfiguration rates, ServiceMetrics metrics) {
        AdmitRequestUseCase admit = new AdmitRequestService(limits, rates.requests());
        return (kind, client) -> metrics.counted(admit.admit(kind, client));
    }

    @Provides
    @Singleton
    RateLimitedUseCase<PresentedCredential, AuthenticateUseCase.Result> authenticate(
            AuthenticateUseCase authenticate,
            Sessions sessions,
            NodeLimits limits,
            RateLimitsConfiguration rates,
            ServiceMetrics metrics) {
        return new MeteredLimits<>(
                new ThrottledAuthenticateService(authenticate, sessions, limits, rates.authenticationFailures()),
                metrics);
    }

    @Provides
    @Singleton
    RateLimitedUseCase<PresentedCredential, RedeemStreamTicketUseCase.Result> redeemTicket(
            RedeemStreamTicketUseCase redeem,
            StreamTickets tickets,
            NodeLimits limits,
            RateLimitsConfiguration rates,
            ServiceMetrics metrics) {
        return new MeteredLimits<>(
                new ThrottledRedeemStreamTicketService(
                        redeem, tickets, limits, rates.requests().reads(), rates.authenticationFailures()),
                metrics);
    }

    @Provides
    @Singleton
    RateLimitedUseCase<LogInUseCase.Command, LogInUseCase.Result> logIn(
            LogInUseCase logIn,
            SharedLimits limits,
            FailureStreaks streaks,
            Sessions sessions,
            RateLimitsConfiguration rates,
            ServiceMetrics metrics,
            Clock clock) {
        return new MeteredLimits<>(
                new ThrottledLogInService(logIn, limits, streaks, sessions, rates.logins(), clock),
                metrics,
                metrics::login);
    }

    @Provides
    @Singleton
    RateLimitedUseCase<RegisterUserUseCase.Command, RegisterUserUseCase.Result> register(
            RegisterUserUseCase register,
            SharedLimits limits,
            RateLimitsConfiguration rates,
            ServiceMetrics metrics,
            Clock clock) {
        return new MeteredLimits<>(
                new ThrottledRegisterUserService(register, limits, rates.registrations(), clock), metrics);
    }

    @Provides
    @Singleton
    RateLimitedUseCase<ChangePasswordUseCase.Command, ChangePasswordUseCase.Result> changePassword(
            ChangePasswordUseCase changePassword,
            SharedLimits limits,
            FailureStreaks streaks,
            RateLimitsConfiguration rates,
            ServiceMetrics metrics,
            Clock clock) {
        return new MeteredLimits<>(
                new ThrottledChangePasswordService(
                        changePassword, limits, streaks, rates.passwords(), rates.backOff(), clock),
                metrics);
    }
}
