package dev.parley.application.port.in.erasure;

import dev.parley.application.port.in.session.Caller;
import dev.parley.domain.shared.Origin;

/**
 * A user has their account erased, for good.
 *
 * <p>Once this has answered nobody can log in to it, find it by its name or write to it, and its name, password,
 * sessions, events and keys and the blocks that it made are gone, and nobody reads what it wrote: its messages stand as
 * tombstones, under the name {@link dev.parley.domain.user.Username#ofErased}. The contents themselves go before long
 * ({@link ContinueErasuresUseCase}), also if the node dies now. What others wrote to it is theirs and stays.
 */
public interface EraseAccountUseCase {

    void erase(Command command);

    record Command(Caller caller, Origin origin) {}
}
