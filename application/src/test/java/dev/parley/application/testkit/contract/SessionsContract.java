package dev.parley.application.testkit.contract;

import static org.assertj.core.api.Assertions.assertThat;

import dev.parley.application.port.out.session.Sessions.NewSession;
import dev.parley.application.testkit.ConcurrentRun;
import dev.parley.domain.session.Session;
import dev.parley.domain.session.TokenDigest;
import dev.parley.domain.shared.Origin;
import dev.parley.domain.shared.SessionId;
import dev.parley.domain.user.UserId;
import java.time.Duration;
import java.time.Instant;
import java.util.Optional;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** Binds sessions: found by their digest until they are closed, and never again after. */
public abstract class SessionsContract extends WithStores {

    private static final TokenDigest DIGEST = digest(1);
    private static final Instant EXPIRY = NOW.plus(Duration.ofDays(90));

    private UserId anna;

    @BeforeEach
    protected void register() {
        anna = registered("anna");
    }

    @Test
    protected void openGivesASessionThatWasSeenWhenItWasCreated() {
        Session session = open(1);

        assertThat(session).isEqualTo(new Session(session.id(), anna, NOW, NOW, EXPIRY));
    }

    @Test
    protected void anOpenSessionIsFoundByItsDigest() {
        Session first = open(1);
        Session second = open(2);

        assertThat(second.id()).isNotEqualTo(first.id());
        assertThat(stores.sessions().find(digest(1))).contains(first);
        assertThat(stores.sessions().find(digest(2))).contains(second);
    }

    @Test
    protected void findIsEmptyForADigestThatNoSessionHas() {
        open(1);

        assertThat(stores.sessions().find(digest(2))).isEmpty();
    }

    @Test
    protected void anExpiredSessionIsFound() {
        Session expired = stores.sessions().open(new NewSession(DIGEST, anna, NOW, NOW.plusNanos(1000), ORIGIN));

        assertThat(stores.sessions().find(DIGEST)).contains(expired);
    }

    @Test
    protected void anyOriginWillDo() {
        Origin longest = new Origin(
                Optional.of("a".repeat(Origin.MAX_ADDRESS)),
                Optional.of(UnusualText.astral(Origin.MAX_USER_AGENT)),
                Optional.empty());
        Origin strange = new Origin(Optional.of("unix:/\0"), Optional.of("'; --\0\uD800"), Optional.empty());

        Session one = stores.sessions().open(new NewSession(digest(1), anna, NOW, EXPIRY, longest));
        Session two = stores.sessions().open(new NewSession(digest(2), anna, NOW, EXPIRY, Origin.operator()));
        Session three = stores.sessions().open(new NewSession(digest(3), anna, NOW, EXPIRY, strange));

        assertThat(stores.sessions().find(digest(1))).contains(one);
        assertThat(stores.sessions().find(digest(2))).contains(two);
        assertThat(stores.sessions().find(digest(3))).contains(three);
    }

    @Test
    protected void seeWritesDownWhenItWasSeenAndWhenItExpires() {
        Session other = open(2);
        Session seen = seen(open(1));

        stores.sessions().see(seen);

        assertThat(stores.sessions().find(digest(1))).contains(seen);
        assertThat(stores.sessions().find(digest(2))).contains(other);
    }

    @Test
    protected void seeDoesNothingToAClosedSession() {
        Session session = open(1);
        stores.sessions().close(session.id());

        stores.sessions().see(seen(session));

        assertThat(stores.sessions().find(DIGEST)).isEmpty();
    }

    @Test
    protected void closeEndsASessionOnce() {
        Session session = open(1);
        Session other = open(2);

        assertThat(stores.sessions().close(session.id())).isTrue();

        assertThat(stores.sessions().close(session.id())).isFalse();
        assertThat(stores.sessions().find(digest(1))).isEmpty();
        assertThat(stores.sessions().find(digest(2))).contains(other);
    }

    @Test
    protected void closeIsFalseForASessionThatNeverWas() {
        assertThat(stores.sessions().close(new SessionId(Long.MAX_VALUE))).isFalse();
    }

    @Test
    protected void oneOfManyWhoCloseAtOnceIsToldSo() {
        Session session = open(1);
        AtomicInteger closed = new AtomicInteger();

        ConcurrentRun.of(6, 3).run((thread, step) -> {
            stores.sessions().see(seen(session));
            if (stores.sessions().close(session.id())) {
                closed.incrementAndGet();
            }
            assertThat(stores.sessions().find(DIGEST)).isEmpty();
        });

        assertThat(closed).hasValue(1);
    }

    @Test
    protected void closeAllEndsEverySessionOfTheUserAndOfNobodyElse() {
        open(1);
        open(2);
        Session ofBo = stores.sessions().open(new NewSession(digest(3), registered("bo"), NOW, EXPIRY, ORIGIN));

        assertThat(stores.sessions().closeAll(anna)).isEqualTo(2);

        assertThat(stores.sessions().find(digest(1))).isEmpty();
        assertThat(stores.sessions().find(digest(2))).isEmpty();
        assertThat(stores.sessions().find(digest(3))).contains(ofBo);
    }

    @Test
    protected void closeAllEndsNothingWhereNothingIsOpen() {
        stores.sessions().close(open(1).id());

        assertThat(stores.sessions().closeAll(anna)).isZero();
        assertThat(stores.sessions().closeAll(new UserId(Long.MAX_VALUE))).isZero();
    }

    @Test
    protected void aClosingThatIsUndoneLeavesTheSessionOpen() {
        Session session = open(1);

        undone(() -> {
            stores.sessions().close(session.id());
            assertThat(stores.sessions().find(DIGEST)).isEmpty();
        });

        assertThat(stores.sessions().find(DIGEST)).contains(session);
    }

    private Session open(int number) {
        return stores.sessions().open(new NewSession(digest(number), anna, NOW, EXPIRY, ORIGIN));
    }

    private static Session seen(Session session) {
        Duration later = Duration.ofHours(2).plusNanos(7000);
        return new Session(
                session.id(),
                session.user(),
                session.createdAt(),
                NOW.plus(later),
                session.expiresAt().plus(later));
    }

    private static TokenDigest digest(int number) {
        return new TokenDigest("%064x".formatted(number));
    }
}
