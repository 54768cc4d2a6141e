package dev.parley.application.service.inbox;

import dev.parley.application.port.in.inbox.InboxQueries;
import dev.parley.application.port.out.event.UserEvents;
import dev.parley.application.port.out.inbox.Inboxes;
import dev.parley.application.port.out.shared.UnitOfWork;
import dev.parley.application.port.out.user.Users;
import dev.parley.domain.conversation.PageBound;
import dev.parley.domain.conversation.Participants;
import dev.parley.domain.inbox.UnreadTotals;
import dev.parley.domain.shared.PageLimit;
import dev.parley.domain.user.Names;
import dev.parley.domain.user.UserId;
import dev.parley.domain.user.Username;
import java.util.List;
import java.util.stream.Collectors;
import java.util.stream.Stream;

public final class InboxQueriesService implements InboxQueries {

    private final UnitOfWork unitOfWork;
    private final Inboxes inboxes;
    private final UserEvents events;
    private final Users users;

    public InboxQueriesService(UnitOfWork unitOfWork, Inboxes inboxes, UserEvents events, Users users) {
        this.unitOfWork = unitOfWork;
        this.inboxes = inboxes;
        this.events = events;
        this.users = users;
    }

    @Override
    public Inbox read(Query query) {
        PageLimit.require(query.limit(), MAX_LIMIT);
        return unitOfWork.snapshot(() -> inbox(query)); // so that no event is lost between the list and its cursor
    }

    @Override
    public UnreadTotals countUnread(UserId owner) {
        return inboxes.countUnread(owner);
    }

    private Inbox inbox(Query query) {
        List<Inboxes.InboxRow> found =
                inboxes.list(query.owner(), query.unreadOnly(), query.after(), query.limit() + 1);
        List<Inboxes.InboxRow> shown = PageBound.of(query.limit()).cut(found, Inboxes.InboxRow::contentBytes);
        Names names = new Names(users.names(Stream.concat(
                        Stream.of(query.owner()), shown.stream().map(entry -> peerIn(entry, query.owner())))
                .collect(Collectors.toSet())));
        return new Inbox(
                shown.stream().map(entry -> entry(entry, query.owner(), names)).toList(),
                found.size() > shown.size(),
                events.state(query.owner()).end());
    }

    private static UserId peerIn(Inboxes.InboxRow entry, UserId owner) {
        Participants pair = entry.conversation().participants();
        return pair.peerOf(owner);
    }

    private static InboxEntry entry(Inboxes.InboxRow found, UserId owner, Names names) {
        Username peer = names.of(peerIn(found, owner));
        return new InboxEntry(
                found.placeIn(owner),
                names.of(owner),
                peer,
                found.lastShown().shownAsFrom(names.of(found.lastShown().sender())),
                found.conversation().of(owner).unreadFrom(peer.isTombstone()),
                found.blocked(),
                found.readUpTo(),
                found.peerReadUpTo());
    }
}
