package dev.parley.application.port.in.session;

import dev.parley.domain.session.Session;
import dev.parley.domain.user.UserId;
import java.util.List;

/** A user looks at where they are logged in. */
public interface ListSessionsUseCase {

    /** The user's open sessions, last seen first. */
    List<Session> list(UserId user);
}
