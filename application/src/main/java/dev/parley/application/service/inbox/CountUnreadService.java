package dev.parley.application.service.inbox;

import dev.parley.application.port.in.inbox.CountUnreadUseCase;
import dev.parley.application.port.out.inbox.Inboxes;
import dev.parley.domain.inbox.UnreadTotals;
import dev.parley.domain.user.UserId;

public final class CountUnreadService implements CountUnreadUseCase {

    private final Inboxes inboxes;

    public CountUnreadService(Inboxes inboxes) {
        this.inboxes = inboxes;
    }

    @Override
    public UnreadTotals count(UserId owner) {
        return inboxes.countUnread(owner);
    }
}
