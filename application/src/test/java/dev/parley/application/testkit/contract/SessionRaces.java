package dev.parley.application.testkit.contract;

import static org.assertj.core.api.Assertions.assertThat;

import dev.parley.application.port.in.event.ReadEventsUseCase;
import dev.parley.application.port.in.session.Caller;
import dev.parley.application.port.in.session.IssueStreamTicketUseCase.Issued;
import dev.parley.application.port.in.session.LogInUseCase;
import dev.parley.application.port.in.session.LogInUseCase.Result.InvalidCredentials;
import dev.parley.application.port.in.session.LogInUseCase.Result.LoggedIn;
import dev.parley.application.port.in.session.PresentedCredential;
import dev.parley.application.port.in.session.RedeemStreamTicketUseCase;
import dev.parley.application.port.in.session.RedeemStreamTicketUseCase.Result.Redeemed;
import dev.parley.application.port.in.session.RedeemStreamTicketUseCase.Result.Rejected;
import dev.parley.application.port.out.event.EventPages.EventPageQuery;
import dev.parley.application.port.out.shared.UnitOfWork;
import dev.parley.application.testkit.BackgroundTask;
import dev.parley.application.testkit.BeforeCommit;
import dev.parley.application.testkit.TestClock;
import dev.parley.application.testkit.UseCases;
import dev.parley.domain.session.Session;
import dev.parley.domain.user.Username;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.Function;
import java.util.function.Supplier;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/**
 * Cases of {@link SessionsContract} for races between logins, tickets or streams and the end of sessions. If the login commits
 * first, its session is ended. Otherwise the credentials are verified again, so an old password or an erased user opens no
 * session.
 */
abstract class SessionRaces extends WithSessions {

    private static final Username ANNA = new Username("anna");

    @ParameterizedTest
    @EnumSource
    protected void uncommittedLoginIsWaitedForAndEnded(SessionEnding ending) {
        Caller caller = callerWithPassword();
        UseCases app = app(stores.unitOfWork());

        Raced<LogInUseCase.Result> raced =
                race(unitOfWork -> logIn(app(unitOfWork)), () -> ending.by(app, caller, ANNA));

        assertThat(raced.first())
                .isInstanceOfSatisfying(
                        LoggedIn.class,
                        login -> assertThat(app.authenticate()
                                        .authenticate(new PresentedCredential(
                                                login.token().digest(), ORIGIN.address()))
                                        .known())
                                .isEmpty());
    }

    @ParameterizedTest
    @EnumSource
    protected void loginThatWaitedIsVerifiedAgainstTheNewCredentials(SessionEnding ending) {
        Caller caller = callerWithPassword();
        UseCases app = app(stores.unitOfWork());

        Raced<Object> raced = race(unitOfWork -> ending.by(app(unitOfWork), caller, ANNA), () -> logIn(app));

        assertThat(raced.second()).isInstanceOf(ending.endsThePassword() ? InvalidCredentials.class : LoggedIn.class);
    }

    @ParameterizedTest
    @EnumSource
    protected void uncommittedTicketOpensNoStream(SessionEnding ending) {
        Caller caller = callerWithPassword();
        Caller ended = caller(open(2, anna));
        UseCases app = app(stores.unitOfWork());

        Raced<Issued> raced = race(
                unitOfWork -> unitOfWork.execute(() -> app.issueTicket().issue(ended)),
                () -> ending.by(app, caller, ANNA));

        assertThat(redeem(app, raced.first())).isInstanceOf(Rejected.class);
        assertThat(redeem(app, app.issueTicket().issue(ended))).isInstanceOf(Rejected.class);
    }

    @ParameterizedTest
    @EnumSource
    protected void earlierStreamReadsNothingMore(SessionEnding ending) {
        Caller caller = callerWithPassword();
        Caller ended = caller(open(2, anna));
        UseCases app = app(stores.unitOfWork());
        assertThat(redeem(app, app.issueTicket().issue(ended))).isEqualTo(new Redeemed(ended));
        assertThat(read(app, ended)).isInstanceOf(ReadEventsUseCase.Result.Events.class);

        assertThat(ending.by(app, caller, ANNA)).isNotNull();

        assertThat(read(app, ended)).isEqualTo(new ReadEventsUseCase.Result.SessionEnded());
    }

    /** An earlier version could leave such a session behind. */
    @Test
    protected void sessionOfAnErasedUserIsNotFoundButCanBeClosed() {
        Session left = open(1, anna);
        assertThat(found(1)).contains(left);
        inUnitOfWork(() -> {
            stores.locks().lock(anna, anna);
            stores.users().erase(anna);
        });

        assertThat(found(1)).isEmpty();
        assertThat(stores.sessions().find(anna, left.id())).isEmpty();
        assertThat(stores.eventPages()
                        .read(new EventPageQuery(anna, left.id(), Optional.empty(), 10))
                        .session())
                .isEmpty();
        assertThat(stores.sessions().closeAll(anna)).containsExactly(left.id());
    }

    /** Starts the second action just before the first commits, so that the second has to wait. */
    private <T> Raced<T> race(Function<UnitOfWork, T> first, Supplier<Object> second) {
        List<BackgroundTask<Object>> waiting = new ArrayList<>();
        T result = first.apply(new BeforeCommit(stores.unitOfWork(), () -> {
            waiting.add(BackgroundTask.start(second));
            assertThat(waiting.getFirst().endsSoon()).isFalse();
        }));
        return new Raced<>(result, waiting.getFirst().result());
    }

    private UseCases app(UnitOfWork unitOfWork) {
        return UseCases.over(stores, unitOfWork, new TestClock(NOW));
    }

    private Caller callerWithPassword() {
        stores.users().replacePasswordHash(anna, SessionEnding.OLD_HASH);
        return caller(open(1, anna));
    }

    private static Caller caller(Session session) {
        return new Caller(session.user(), session.id());
    }

    private static LogInUseCase.Result logIn(UseCases app) {
        return app.logIn().logIn(new LogInUseCase.Command(ANNA.value(), SessionEnding.OLD, Optional.empty(), ORIGIN));
    }

    private static RedeemStreamTicketUseCase.Result redeem(UseCases app, Issued issued) {
        return app.redeemTicket().redeem(new PresentedCredential(issued.ticket().digest(), ORIGIN.address()));
    }

    private static ReadEventsUseCase.Result read(UseCases app, Caller caller) {
        return app.readEvents().read(new ReadEventsUseCase.Query(caller, Optional.empty(), 10));
    }

    private record Raced<T>(T first, Object second) {}
}
