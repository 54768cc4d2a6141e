package dev.parley.adapters.persistence.session;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.parley.adapters.persistence.JdbiStores;
import dev.parley.adapters.persistence.PostgresExtension;
import dev.parley.adapters.persistence.shared.Hearing;
import dev.parley.application.port.out.session.Sessions;
import dev.parley.application.port.out.session.Sessions.NewSession;
import dev.parley.application.testkit.contract.Stores;
import dev.parley.application.testkit.contract.WithSessions;
import dev.parley.domain.session.Session;
import java.lang.reflect.Proxy;
import java.util.Optional;
import java.util.concurrent.atomic.AtomicLong;
import java.util.concurrent.atomic.AtomicReference;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;

/** A cached session expires, and none is cached that may have ended. */
final class SessionCacheTest extends WithSessions {

    @RegisterExtension
    static final PostgresExtension POSTGRES = new PostgresExtension();

    private final Hearing hearing = new Hearing();
    private final AtomicLong nanos = new AtomicLong();
    private final Sessions elsewhere = new JdbiSessions(POSTGRES.stateStore());

    @Override
    protected Stores openStores() {
        return JdbiStores.keeping(POSTGRES.emptied(), hearing, nanos::get);
    }

    @Test
    void unpublishedChangeTakesEffectWithinAMinute() {
        Session session = open(1, anna);
        assertThat(found(1)).contains(session);

        endSilently(session);

        assertThat(found(1)).contains(session);
        nanos.addAndGet(CachedSessions.LIFETIME.toNanos() - 1);
        assertThat(found(1)).contains(session);
        nanos.addAndGet(1);
        assertThat(found(1)).isEmpty();
    }

    @Test
    void nothingIsCachedWhileNotificationsMayBeMissing() {
        Session session = open(1, anna);
        assertThat(found(1)).contains(session);

        hearing.disconnect();
        endSilently(session);

        assertThat(stores.sessions().isFamiliar(digest(1))).isTrue();
        assertThat(found(1)).isEmpty();
        assertThat(stores.sessions().isFamiliar(digest(1))).isFalse();
    }

    @Test
    void absentSessionIsNotCached() {
        assertThat(found(1)).isEmpty();

        Session session = elsewhere.open(new NewSession(digest(1), anna, Optional.empty(), NOW, EXPIRY, ORIGIN));

        assertThat(found(1)).contains(session);
    }

    @Test
    void foundSessionIsFamiliarUntilItIsNotFound() {
        Session session = open(1, anna);
        assertThat(found(1)).contains(session);
        nanos.addAndGet(CachedSessions.LIFETIME.toNanos());

        assertThat(stores.sessions().isFamiliar(digest(1))).isTrue();
        endSilently(session);
        assertThat(stores.sessions().isFamiliar(digest(1))).isTrue();
        assertThat(found(1)).isEmpty();
        assertThat(stores.sessions().isFamiliar(digest(1))).isFalse();
    }

    @Test
    void sessionEndedInAUnitOfWorkIsValidUntilTheCommit() {
        Session session = open(1, anna);
        assertThat(found(1)).contains(session);

        stores.unitOfWork().execute(() -> stores.sessions().closeAll(anna));

        assertThat(found(1)).isEmpty();
    }

    @Test
    void sessionStaysValidAfterARollback() {
        Session session = open(1, anna);
        assertThat(found(1)).contains(session);

        assertThatThrownBy(() -> stores.unitOfWork().execute(() -> {
                    stores.sessions().closeAll(anna);
                    throw new IllegalStateException("no");
                }))
                .hasMessage("no");

        assertThat(found(1)).contains(session);
    }

    /** The session ends after the query has read it and before the result arrives. */
    @Test
    void sessionThatEndsDuringALoadIsNotCached() {
        Session session = open(1, anna);
        AtomicReference<Runnable> end = new AtomicReference<>(() -> {});
        CachedSessions cached = cached(
                runningDuringFind(elsewhere, () -> end.getAndSet(() -> {}).run()));
        end.set(() -> cached.close(anna, session.id()));

        assertThat(cached.find(digest(1))).contains(session); // the state at the time of the query
        assertThat(cached.find(digest(1))).isEmpty();
    }

    /** Sessions of other users change all the time. That must not make a known token unfamiliar. */
    @Test
    void sessionStaysFamiliarWhenOthersChangeDuringALoad() {
        Session session = open(1, anna);
        AtomicReference<Runnable> change = new AtomicReference<>(() -> {});
        CachedSessions cached =
                cached(runningDuringFind(elsewhere, () -> change.get().run()));
        assertThat(cached.find(digest(1))).contains(session);
        nanos.addAndGet(CachedSessions.LIFETIME.toNanos());
        change.set(hearing.counters()::addForAll);

        assertThat(cached.find(digest(1))).contains(session);
        assertThat(cached.isFamiliar(digest(1))).isTrue();
        endSilently(session);
        assertThat(cached.find(digest(1))).isEmpty();
        assertThat(cached.isFamiliar(digest(1))).isFalse();
    }

    private CachedSessions cached(Sessions sessions) {
        return new CachedSessions(sessions, POSTGRES.stateStore(), hearing, nanos::get);
    }

    /** Ends the session without a notification, as an operator may. */
    private void endSilently(Session session) {
        assertThat(elsewhere.close(session.user(), session.id())).isTrue();
    }

    /** Runs an action during each find, between the query and its result. */
    private static Sessions runningDuringFind(Sessions sessions, Runnable what) {
        return (Sessions) Proxy.newProxyInstance(
                Sessions.class.getClassLoader(), new Class<?>[] {Sessions.class}, (proxy, method, arguments) -> {
                    Object answer = method.invoke(sessions, arguments);
                    if (method.getName().equals("find")) {
                        what.run();
                    }
                    return answer;
                });
    }
}
