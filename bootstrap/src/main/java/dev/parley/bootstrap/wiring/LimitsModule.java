package dev.parley.bootstrap.wiring;

import com.google.inject.AbstractModule;
import com.google.inject.Provides;
import com.google.inject.Singleton;
import dev.parley.application.port.in.limit.AdmitRequestUseCase;
import dev.parley.application.port.in.session.AuthenticateUseCase;
import dev.parley.application.port.in.session.LogInUseCase;
import dev.parley.application.port.in.session.RedeemStreamTicketUseCase;
import dev.parley.application.port.in.user.ChangePasswordUseCase;
import dev.parley.application.port.in.user.RegisterUserUseCase;
import dev.parley.application.port.out.limit.FailureStreaks;
import dev.parley.application.port.out.limit.NodeLimits;
import dev.parley.application.port.out.limit.SharedLimits;
import dev.parley.application.port.out.session.Sessions;
import dev.parley.application.port.out.session.StreamTickets;
import dev.parley.application.service.limit.AdmitRequestService;
import dev.parley.application.service.session.AuthenticateService;
import dev.parley.application.service.session.LogInService;
import dev.parley.application.service.session.RedeemStreamTicketService;
import dev.parley.application.service.session.ThrottledAuthenticateService;
import dev.parley.application.service.session.ThrottledLogInService;
import dev.parley.application.service.session.ThrottledRedeemStreamTicketService;
import dev.parley.application.service.user.ChangePasswordService;
import dev.parley.application.service.user.RegisterUserService;
import dev.parley.application.service.user.ThrottledChangePasswordService;
import dev.parley.application.service.user.ThrottledRegisterUserService;
import dev.parley.bootstrap.configuration.ParleyConfiguration;
import dev.parley.bootstrap.configuration.RateLimitsConfiguration;
import dev.parley.bootstrap.limit.BucketNodeLimits;
import dev.parley.bootstrap.metrics.MeteredAdmission;
import dev.parley.bootstrap.metrics.MeteredAuthenticate;
import dev.parley.bootstrap.metrics.MeteredChangePassword;
import dev.parley.bootstrap.metrics.MeteredLogIn;
import dev.parley.bootstrap.metrics.MeteredRedeemStreamTicket;
import dev.parley.bootstrap.metrics.MeteredRegisterUser;
import dev.parley.bootstrap.metrics.ServiceMetrics;
import java.time.Clock;

/** What clients may ask for, with limits. */
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
        return new MeteredAdmission(new AdmitRequestService(limits, rates.requests()), metrics);
    }

    @Provides
    @Singleton
    AuthenticateUseCase authenticate(
            AuthenticateService service,
            Sessions sessions,
            NodeLimits limits,
            RateLimitsConfiguration rates,
            ServiceMetrics metrics) {
        return new MeteredAuthenticate(
                new ThrottledAuthenticateService(service, sessions, limits, rates.authenticationFailures()), metrics);
    }

    @Provides
    @Singleton
    RedeemStreamTicketUseCase redeemTicket(
            RedeemStreamTicketService service,
            StreamTickets tickets,
            NodeLimits limits,
            RateLimitsConfiguration rates,
            ServiceMetrics metrics) {
        return new MeteredRedeemStreamTicket(
                new ThrottledRedeemStreamTicketService(
                        service, tickets, limits, rates.requests().reads(), rates.authenticationFailures()),
                metrics);
    }

    @Provides
    @Singleton
    LogInUseCase logIn(
            LogInService service,
            SharedLimits limits,
            FailureStreaks streaks,
            Sessions sessions,
            RateLimitsConfiguration rates,
            ServiceMetrics metrics,
            Clock clock) {
        return new MeteredLogIn(
                new ThrottledLogInService(service, limits, streaks, sessions, rates.logins(), clock), metrics);
    }

    @Provides
    @Singleton
    RegisterUserUseCase register(
            RegisterUserService service,
            SharedLimits limits,
            RateLimitsConfiguration rates,
            ServiceMetrics metrics,
            Clock clock) {
        return new MeteredRegisterUser(
                new ThrottledRegisterUserService(service, limits, rates.registrations(), clock), metrics);
    }

    @Provides
    @Singleton
    ChangePasswordUseCase changePassword(
            ChangePasswordService service,
            SharedLimits limits,
            FailureStreaks streaks,
            RateLimitsConfiguration rates,
            ServiceMetrics metrics,
            Clock clock) {
        return new MeteredChangePassword(
                new ThrottledChangePasswordService(service, limits, streaks, rates.passwords(), rates.backOff(), clock),
                metrics);
    }
}
