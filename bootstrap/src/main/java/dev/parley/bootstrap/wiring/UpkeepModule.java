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
import dev.parley.bootstrap.upkeep.Chore;
import dev.parley.bootstrap.upkeep.EpochWatch;
import dev.parley.bootstrap.upkeep.Upkeep;
import dev.parley.domain.conversation.IdempotencyKey;
import java.time.Duration;
import java.util.List;

/** What a serving node tidies up. */
final class UpkeepModule extends ConstructorModule {

    /** Some limits are full again, and some failures old, at any moment: only a flood is worth another look at once. */
    private static final int FLOOD = 1000;

    private static final Duration NOW_AND_THEN = Duration.ofHours(1);
    private static final Duration OFTEN = Duration.ofMinutes(1);

    /** Whoever follows after a fail-over must not be told of the past for long. */
    private static final Duration SOON = Duration.ofSeconds(10);

    /** Whoever had their account erased was told that what they wrote goes before long. */
    private static final Duration BEFORE_LONG = Duration.ofSeconds(1);

    @Override
    protected void configure() {
        single(EpochWatch.class);
    }

    @Provides
    @Singleton
    Upkeep upkeep(List<Chore> chores, CommitCanary canary) {
        return new Upkeep(chores, canary::obstacle);
    }

    /** What is old is old by the clock of the database: the clock of a node may be wrong. */
    @Provides
    @Singleton
    List<Chore> chores(
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
                new Chore("expired sessions forgotten", NOW_AND_THEN, () -> sessions.removeExpired(time.now())),
                new Chore("unused stream tickets forgotten", OFTEN, () -> tickets.removeExpired(time.now())),
                new Chore(
                        "old events forgotten",
                        OFTEN,
                        () -> events.removeBefore(time.now().minus(kept))),
                new Chore(
                        "old idempotency keys forgotten",
                        OFTEN,
                        () -> messages.forgetKeys(time.now().minus(IdempotencyKey.LIFETIME))),
                new Chore("limits forgotten that are full again", OFTEN, FLOOD, () -> limits.removeFull(time.now())),
                new Chore(
                        "old failures forgotten",
                        OFTEN,
                        FLOOD,
                        () -> streaks.removeBefore(time.now().minus(failuresKept))),
                new Chore("epochs of events begun, because the store has another history", SOON, epochs::verify),
                new Chore("accounts erased to the end", BEFORE_LONG, erasures::continueErasures));
    }
}
