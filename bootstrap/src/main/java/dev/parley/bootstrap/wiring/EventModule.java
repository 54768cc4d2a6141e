package dev.parley.bootstrap.wiring;

import com.google.inject.AbstractModule;
import com.google.inject.Provides;
import com.google.inject.Singleton;
import dev.parley.application.port.in.audit.CheckDataUseCase;
import dev.parley.application.port.in.event.ReadEventsUseCase;
import dev.parley.application.port.in.event.RenewEventEpochUseCase;
import dev.parley.application.port.in.event.WatchEventsUseCase;
import dev.parley.application.port.in.session.IssueStreamTicketUseCase;
import dev.parley.application.port.out.audit.StateAudit;
import dev.parley.application.port.out.conversation.Conversations;
import dev.parley.application.port.out.event.EventEpochs;
import dev.parley.application.port.out.event.EventReadings;
import dev.parley.application.port.out.event.EventSignals;
import dev.parley.application.port.out.session.Sessions;
import dev.parley.application.port.out.session.StreamTickets;
import dev.parley.application.port.out.session.TokenMinter;
import dev.parley.application.port.out.shared.UnitOfWork;
import dev.parley.application.service.audit.CheckDataService;
import dev.parley.application.service.event.ReadEventsService;
import dev.parley.application.service.event.RenewEventEpochService;
import dev.parley.application.service.event.WatchEventsService;
import dev.parley.application.service.session.IssueStreamTicketService;
import dev.parley.application.service.session.RedeemStreamTicketService;
import dev.parley.domain.session.SessionPolicy;
import java.time.Clock;

/** The use cases over events and streams, and those for operators who look after the data. */
final class EventModule extends AbstractModule {

    @Provides
    @Singleton
    ReadEventsUseCase readEvents(EventReadings readings, Sessions sessions, SessionPolicy policy, Clock clock) {
        return new ReadEventsService(readings, sessions, policy, clock);
    }

    @Provides
    @Singleton
    WatchEventsUseCase watchEvents(EventSignals signals) {
        return new WatchEventsService(signals);
    }

    @Provides
    @Singleton
    RenewEventEpochUseCase renewEpoch(EventEpochs epochs) {
        return new RenewEventEpochService(epochs);
    }

    @Provides
    @Singleton
    IssueStreamTicketUseCase issueTicket(StreamTickets tickets, TokenMinter minter, Clock clock) {
        return new IssueStreamTicketService(tickets, minter, clock);
    }

    @Provides
    @Singleton
    RedeemStreamTicketService redeemTicket(StreamTickets tickets, Sessions sessions, Clock clock) {
        return new RedeemStreamTicketService(tickets, sessions, clock);
    }

    @Provides
    @Singleton
    CheckDataUseCase checkData(UnitOfWork unitOfWork, StateAudit audit, Conversations conversations) {
        return new CheckDataService(unitOfWork, audit, conversations);
    }
}
