package dev.parley.application.service.session;

import dev.parley.application.port.in.session.AuthenticateUseCase;
import dev.parley.application.port.in.session.Caller;
import dev.parley.application.port.in.session.PresentedCredential;
import dev.parley.application.port.out.session.Sessions;
import dev.parley.domain.session.Session;
import dev.parley.domain.session.SessionPolicy;
import java.time.Clock;
import java.time.Instant;

public final class AuthenticateService implements AuthenticateUseCase {

    private final Sessions sessions;
    private final SessionPolicy policy;
    private final Clock clock;

    public AuthenticateService(Sessions sessions, SessionPolicy policy, Clock clock) {
        this.sessions = sessions;
        this.policy = policy;
        this.clock = clock;
    }

    @Override
    public Result authenticate(PresentedCredential token) {
        Instant now = clock.instant();
        return sessions.find(token.digest())
                .filter(session -> session.isOpenAt(now))
                .map(session -> admit(session, now))
                .orElseGet(Result.Rejected::new);
    }

    private Result admit(Session session, Instant now) {
        policy.seen(session, now).ifPresent(sessions::see);
        return new Result.Authenticated(new Caller(session.user(), session.id()));
    }
}
