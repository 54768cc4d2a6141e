package dev.parley.application.testkit.contract;

import dev.parley.application.port.out.session.Sessions;
import dev.parley.application.port.out.session.Sessions.NewSession;
import dev.parley.domain.session.Session;
import dev.parley.domain.session.TokenDigest;
import dev.parley.domain.user.UserId;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.BeforeEach;

/** Anna and Bo, registered, and steps that the cases of {@link SessionsContract} share. */
public abstract class WithSessions extends WithStores {

    protected static final Instant EXPIRY = NOW.plus(Duration.ofDays(90));

    protected UserId anna;
    protected UserId bo;

    @BeforeEach
    protected void register() {
        anna = registered("anna");
        bo = registered("bo");
    }

    protected final Session open(int number, UserId user) {
        return open(number, user, EXPIRY);
    }

    protected final Session open(int number, UserId user, Instant expiresAt) {
        return stores.sessions().open(new NewSession(digest(number), user, Optional.empty(), NOW, expiresAt, ORIGIN));
    }

    protected final Optional<Session> found(int number) {
        return stores.sessions().find(digest(number));
    }

    protected final List<Session> listed(UserId user, Instant now) {
        return stores.sessions().list(user, now, Optional.empty(), Sessions.MAX_PAGE);
    }

    protected static TokenDigest digest(int number) {
        return new TokenDigest("%064x".formatted(number));
    }

    protected static Session seen(Session session) {
        return seen(session, Duration.ofHours(2).plusNanos(7000));
    }

    protected static Session seen(Session session, Duration later) {
        return new Session(
                session.id(),
                session.user(),
                session.device(),
                session.address(),
                session.createdAt(),
                NOW.plus(later),
                session.expiresAt().plus(later));
    }
}
