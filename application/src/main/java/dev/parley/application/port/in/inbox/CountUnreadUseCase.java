package dev.parley.application.port.in.inbox;

import dev.parley.domain.inbox.UnreadTotals;
import dev.parley.domain.user.UserId;

/** A user counts their unread messages. */
public interface CountUnreadUseCase {

    UnreadTotals count(UserId owner);
}
