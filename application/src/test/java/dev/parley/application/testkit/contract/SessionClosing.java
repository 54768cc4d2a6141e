package dev.parley.application.testkit.contract;

import static org.assertj.core.api.Assertions.assertThat;

import dev.parley.application.testkit.ConcurrentRun;
import dev.parley.domain.session.Session;
import dev.parley.domain.shared.SessionId;
import dev.parley.domain.user.UserId;
import java.time.Duration;
import java.util.List;
import java.util.Queue;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

/** Cases of {@link SessionsContract} for closing: only by their user, each once, reported to exactly one caller. */
abstract class SessionClosing extends WithSessions {

    private static final Duration TICK = Duration.ofNanos(1000);
    private static final SessionId NEVER = new SessionId(Long.MAX_VALUE);
    private static final UserId UNKNOWN = new UserId(Long.MAX_VALUE);

    @Test
    protected void closeEndsASessionOnce() {
        Session session = open(1, anna);
        Session other = open(2, anna);

        assertThat(stores.sessions().close(anna, session.id())).isTrue();

        assertThat(stores.sessions().close(anna, session.id())).isFalse();
        assertThat(found(1)).isEmpty();
        assertThat(found(2)).contains(other);
        assertThat(listed(anna, NOW)).containsExactly(other);
    }

    @Test
    protected void closeDoesNotEndASessionOfAnotherUser() {
        Session session = open(1, anna);

        assertThat(stores.sessions().close(bo, session.id())).isFalse();
        assertThat(stores.sessions().close(UNKNOWN, session.id())).isFalse();

        assertThat(found(1)).contains(session);
    }

    @Test
    protected void closeReturnsFalseForAnUnknownSession() {
        open(1, anna);

        assertThat(stores.sessions().close(anna, NEVER)).isFalse();
    }

    @Test
    protected void closeEndsAnExpiredSession() {
        Session expired = open(1, anna, NOW.minus(TICK));

        assertThat(stores.sessions().close(anna, expired.id())).isTrue();

        assertThat(found(1)).isEmpty();
    }

    @Test
    protected void ofConcurrentClosesOneReturnsTrue() {
        Session session = open(1, anna);
        AtomicInteger closed = new AtomicInteger();

        ConcurrentRun.of(6, 3).run((thread, step) -> {
            stores.sessions().see(seen(session));
            if (stores.sessions().close(anna, session.id())) {
                closed.incrementAndGet();
            }
            assertThat(found(1)).isEmpty();
        });

        assertThat(closed).hasValue(1);
    }

    @Test
    protected void rolledBackCloseKeepsTheSession() {
        Session session = open(1, anna);

        undone(() -> {
            stores.sessions().close(anna, session.id());
            assertThat(found(1)).isEmpty();
        });

        assertThat(found(1)).contains(session);
    }

    @Test
    protected void closeOthersKeepsTheGivenSessionAndThoseOfOtherUsers() {
        Session kept = open(1, anna);
        Session second = open(2, anna);
        Session expired = open(3, anna, NOW.minus(TICK));
        Session ofBo = open(4, bo);

        assertThat(stores.sessions().closeOthers(anna, kept.id())).containsExactly(second.id(), expired.id());

        assertThat(found(1)).contains(kept);
        assertThat(found(2)).isEmpty();
        assertThat(found(3)).isEmpty();
        assertThat(found(4)).contains(ofBo);
        assertThat(stores.sessions().closeOthers(anna, kept.id())).isEmpty();
    }

    @Test
    protected void closeOthersEndsAllIfTheKeptSessionIsOfAnotherUser() {
        Session ofAnna = open(1, anna);
        Session ofBo = open(2, bo);

        assertThat(stores.sessions().closeOthers(anna, ofBo.id())).containsExactly(ofAnna.id());

        assertThat(found(1)).isEmpty();
        assertThat(found(2)).contains(ofBo);
        assertThat(stores.sessions().closeOthers(anna, NEVER)).isEmpty();
    }

    @Test
    protected void closeAllEndsOnlySessionsOfTheUser() {
        Session first = open(1, anna);
        Session expired = open(2, anna, NOW.minus(TICK));
        Session ofBo = open(3, bo);

        assertThat(stores.sessions().closeAll(anna)).containsExactly(first.id(), expired.id());

        assertThat(found(1)).isEmpty();
        assertThat(found(2)).isEmpty();
        assertThat(found(3)).contains(ofBo);
    }

    @Test
    protected void closeAllWithoutSessionsReturnsNothing() {
        stores.sessions().close(anna, open(1, anna).id());

        assertThat(stores.sessions().closeAll(anna)).isEmpty();
        assertThat(stores.sessions().closeAll(UNKNOWN)).isEmpty();
    }

    @Test
    protected void concurrentClosesOfAnyKindEndEachSessionOnce() {
        List<Session> sessions = IntStream.rangeClosed(1, 12)
                .mapToObj(number -> open(number, anna))
                .toList();
        Queue<SessionId> closed = new ConcurrentLinkedQueue<>();

        ConcurrentRun.of(6, 12).run((thread, step) -> {
            SessionId session = sessions.get(step).id();
            switch (thread % 3) {
                case 0 -> {
                    if (stores.sessions().close(anna, session)) {
                        closed.add(session);
                    }
                }
                case 1 -> closed.addAll(stores.sessions().closeOthers(anna, session));
                default -> closed.addAll(stores.sessions().closeAll(anna));
            }
        });

        assertThat(closed)
                .containsExactlyInAnyOrderElementsOf(
                        sessions.stream().map(Session::id).toList());
        assertThat(listed(anna, NOW)).isEmpty();
    }

    @Test
    protected void removeExpiredDeletesOnlySessionsExpiredBefore() {
        open(1, anna, NOW.minus(TICK));
        open(2, bo, NOW.minus(Duration.ofDays(400)));
        Session atThatMoment = open(3, anna, NOW);
        Session open = open(4, bo);

        assertThat(stores.sessions().removeExpired(NOW)).isEqualTo(2);

        assertThat(found(1)).isEmpty();
        assertThat(found(2)).isEmpty();
        assertThat(found(3)).contains(atThatMoment);
        assertThat(found(4)).contains(open);
        assertThat(stores.sessions().removeExpired(NOW)).isZero();
    }

    @Test
    protected void removeExpiredKeepsASessionUsedInTime() {
        Session seen = seen(open(1, anna, NOW.plus(TICK)));
        stores.sessions().see(seen);

        assertThat(stores.sessions().removeExpired(NOW.plus(TICK).plus(TICK))).isZero();

        assertThat(found(1)).contains(seen);
    }

    @Test
    protected void concurrentRemovalsCountAnExpiredSessionOnce() {
        for (int number = 1; number <= 20; number++) {
            open(number, number % 2 == 0 ? anna : bo, NOW.minus(TICK));
        }
        AtomicInteger removed = new AtomicInteger();

        ConcurrentRun.of(6, 3)
                .run((thread, step) -> removed.addAndGet(stores.sessions().removeExpired(NOW)));

        assertThat(removed).hasValue(20);
    }
}
