package dev.parley.application.port.in.inbox;

import dev.parley.domain.inbox.UnreadTotals;
import dev.parley.domain.user.UserId;

/** A user asks how much there is that they have not read. */
public interface CountUnreadUseCase {

    UnreadTotals count(UserId owner);
}
