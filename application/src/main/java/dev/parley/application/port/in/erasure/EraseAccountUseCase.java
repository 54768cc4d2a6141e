package dev.parley.application.port.in.erasure;

import dev.parley.application.port.in.session.Caller;
import dev.parley.domain.shared.Origin;

/**
 * A user erases their account permanently.
 *
 * <p>After this returns, no client can log in to the account, find it by name or send to it. Its name, password, sessions,
 * events, idempotency keys and blocks are deleted. Its messages are shown as erased, with the sender
 * {@link dev.parley.domain.user.Username#ofErased}. Their contents are deleted soon after by {@link ContinueErasuresUseCase},
 * even if this node fails. Messages from other users to the account remain.
 */
public interface EraseAccountUseCase {

    void erase(Command command);

    record Command(Caller caller, Origin origin) {}
}
