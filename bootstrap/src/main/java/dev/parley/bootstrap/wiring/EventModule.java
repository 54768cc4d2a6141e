package dev.parley.bootstrap.wiring;

import dev.parley.application.port.in.audit.CheckDataUseCase;
import dev.parley.application.port.in.event.ReadEventsUseCase;
import dev.parley.application.port.in.session.IssueStreamTicketUseCase;
import dev.parley.application.port.in.session.RedeemStreamTicketUseCase;
import dev.parley.application.service.audit.CheckDataService;
import dev.parley.application.service.event.ReadEventsService;
import dev.parley.application.service.session.IssueStreamTicketService;
import dev.parley.application.service.session.RedeemStreamTicketService;

/** The use cases of events and streams, and the check of the data for operators. */
final class EventModule extends ConstructorModule {

    @Override
    protected void configure() {
        useCase(ReadEventsUseCase.class, ReadEventsService.class);
        useCase(IssueStreamTicketUseCase.class, IssueStreamTicketService.class);
        useCase(RedeemStreamTicketUseCase.class, RedeemStreamTicketService.class);
        useCase(CheckDataUseCase.class, CheckDataService.class);
    }
}
