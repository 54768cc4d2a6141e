package dev.parley.bootstrap.wiring;

import com.google.inject.AbstractModule;
import com.google.inject.Provides;
import com.google.inject.Singleton;
import dev.parley.application.port.in.limit.AdmitRequestUseCase;
import dev.parley.application.port.in.session.AuthenticateUseCase;
import dev.parley.application.port.in.session.LogInUseCase;
import dev.parley.application.port.in.session.RedeemStreamTicketUseCase;
import dev.parley.application.service.session.AuthenticateService;
import dev.parley.application.service.session.LogInService;
import dev.parley.application.service.session.RedeemStreamTicketService;
import dev.parley.bootstrap.metrics.MeteredLogIn;
import dev.parley.bootstrap.metrics.ServiceMetrics;
import dev.parley.domain.limit.Quotas;

/** A node without limits. */
final class UnlimitedServingModule extends AbstractModule {

    @Override
    protected void configure() {
        install(new UnlimitedModule());
        bind(AuthenticateUseCase.class).to(AuthenticateService.class);
        bind(RedeemStreamTicketUseCase.class).to(RedeemStreamTicketService.class);
    }

    @Provides
    @Singleton
    AdmitRequestUseCase admit() {
        return (kind, client) -> Quotas.NONE;
    }

    @Provides
    @Singleton
    LogInUseCase logIn(LogInService service, ServiceMetrics metrics) {
        return new MeteredLogIn(service, metrics);
    }
}
