package dev.parley.bootstrap.wiring;

import com.google.inject.Provides;
import com.google.inject.Singleton;
import dev.parley.adapters.persistence.shared.DatabaseTime;
import dev.parley.application.port.in.erasure.ContinueErasuresUseCase;
import dev.parley.application.port.out.conversation.Messages;
import dev.parley.application.port.out.event.UserEvents;
import dev.parley.application.port.out.limit.FailureStreaks;
import dev.parley.application.port.out.limit.SharedLimits;
import dev.parley.application.port.out.session.Sessions;
import dev.parley.application.port.out.session.StreamTickets;
import dev.parley.bootstrap.configuration.ParleyConfiguration;
import dev.parley.bootstrap.health.CommitCanary;
import dev.parley.bootstrap.maintenance.EpochWatch;
import dev.parley.bootstrap.maintenance.Maintenance;
import dev.parley.bootstrap.maintenance.MaintenanceJob;
import dev.parley.domain.conversation.IdempotencyKey;
import java.time.Duration;
import java.util.List;

/** The maintenance jobs of a serving node. */
final class MaintenanceModule extends ConstructorModule {

    /** A few limits are always full again, and a few failures old. Only a large number is worth another run soon. */
    private static final int FLOOD = 1000;

    private static final Duration NOW_AND_THEN = Duration.ofHours(1);
    private static final Duration OFTEN = Duration.ofMinutes(1);

    /** After a fail-over, clients must soon receive the new epoch. */
    private static final Duration SOON = Duration.ofSeconds(10);

    /** A client that erases an account was promised that its messages disappear soon. */
    private static final Duration BEFORE_LONG = Duration.ofSeconds(1);

    @Override
    protected void configure() {
        single(EpochWatch.class);
    }

    @Provides
    @Singleton
    Maintenance maintenance(List<MaintenanceJob> jobs, CommitCanary canary) {
        return new Maintenance(jobs, canary::obstacle);
    }

    /** Ages are by the clock of the database: the clock of a node may be wrong. */
    @Provides
    @Singleton
    List<MaintenanceJob> jobs(
            Sessions sessions,
            StreamTickets tickets,
            UserEvents events,
            Messages messages,
            ContinueErasuresUseCase erasures,
            EpochWatch epochs,
            SharedLimits limits,
            FailureStreaks streaks,
            ParleyConfiguration configuration,
            DatabaseTime time) {
        Duration kept = configuration.getEvents().retention().toJavaDuration();
        Duration failuresKept =
                configuration.getRateLimits().failedLogins().forgottenAfter().toJavaDuration();
        return List.of(
                new MaintenanceJob(
                        "expired sessions forgotten", NOW_AND_THEN, () -> sessions.removeExpired(time.now())),
                new MaintenanceJob("unused stream tickets forgotten", OFTEN, () -> tickets.removeExpired(time.now())),
                new MaintenanceJob(
                        "old events forgotten",
                        OFTEN,
                        () -> events.removeBefore(time.now().minus(kept))),
                new MaintenanceJob(
                        "old idempotency keys forgotten",
                        OFTEN,
                        () -> messages.forgetKeys(time.now().minus(IdempotencyKey.LIFETIME))),
                new MaintenanceJob(
                        "limits forgotten that are full again", OFTEN, FLOOD, () -> limits.removeFull(time.now())),
                new MaintenanceJob(
                        "old failures forgotten",
                        OFTEN,
                        FLOOD,
                        () -> streaks.removeBefore(time.now().minus(failuresKept))),
                new MaintenanceJob(
                        "epochs of events begun, because the store has another history", SOON, epochs::verify),
                new MaintenanceJob("accounts erased to the end", BEFORE_LONG, erasures::continueErasures));
    }
}
