package dev.parley.adapters.rest.testkit;

import dev.parley.application.port.in.limit.RateLimitedUseCase;
import dev.parley.application.port.in.session.AuthenticateUseCase;
import dev.parley.application.port.in.session.LogInUseCase;
import dev.parley.application.port.in.session.PresentedCredential;
import dev.parley.application.port.in.session.RedeemStreamTicketUseCase;
import dev.parley.application.port.in.user.ChangePasswordUseCase;
import dev.parley.application.port.in.user.RegisterUserUseCase;
import jakarta.ws.rs.core.GenericType;

/** The types of the rate-limited use cases. */
public final class LimitedPorts {

    public static final GenericType<RateLimitedUseCase<PresentedCredential, AuthenticateUseCase.Result>> AUTHENTICATE =
            new GenericType<>() {};

    public static final GenericType<RateLimitedUseCase<PresentedCredential, RedeemStreamTicketUseCase.Result>>
            REDEEM_TICKET = new GenericType<>() {};

    public static final GenericType<RateLimitedUseCase<LogInUseCase.Command, LogInUseCase.Result>> LOG_IN =
            new GenericType<>() {};

    public static final GenericType<RateLimitedUseCase<RegisterUserUseCase.Command, RegisterUserUseCase.Result>>
            REGISTER = new GenericType<>() {};

    public static final GenericType<RateLimitedUseCase<ChangePasswordUseCase.Command, ChangePasswordUseCase.Result>>
            CHANGE_PASSWORD = new GenericType<>() {};

    private LimitedPorts() {}
}
