package dev.parley.application.service.block;

import dev.parley.application.port.in.activity.ActivityQueries;
import dev.parley.application.port.in.conversation.BrowseHistoryUseCase;
import dev.parley.application.port.in.conversation.BrowseHistoryUseCase.Result.Page;
import dev.parley.application.port.in.inbox.InboxQueries;
import dev.parley.application.port.in.session.Caller;
import dev.parley.application.testkit.UseCaseFixture;
import dev.parley.domain.conversation.Message;
import dev.parley.domain.conversation.MessageId;
import dev.parley.domain.event.EventView;
import dev.parley.domain.event.EventView.Payload;
import dev.parley.domain.user.UserId;
import java.util.List;
import java.util.Optional;

/** All v1 responses to one user, without ids: ids depend on everything that happens, so they differ between worlds. */
record ObservedResponses(UseCaseFixture world, Caller caller) {

    /** All queries of the user that concern the conversation with the peer. */
    List<Object> all(String peer) {
        return List.of(inbox(), unread(), history(peer), reports(peer), events(), activities());
    }

    private Object inbox() {
        InboxQueries.Inbox inbox = world.inbox(viewer());
        return List.of(
                inbox.entries().stream().map(this::entry).toList(),
                inbox.more(),
                inbox.cursor().seq());
    }

    private Object entry(InboxQueries.InboxEntry entry) {
        return List.of(
                entry.place().shownAt(),
                entry.owner(),
                entry.peer(),
                seen(entry.lastMessage()),
                entry.unread(),
                entry.blocked(),
                entry.readUpTo().map(this::placeOf),
                entry.peerReadUpTo().map(this::placeOf));
    }

    private Object unread() {
        return world.app().inbox().countUnread(viewer());
    }

    private Object history(String peer) {
        return world.shown(viewer(), peer).stream().map(ObservedResponses::seen).toList();
    }

    /** The history around a message. */
    Object around(String peer, Message message, int limit) {
        BrowseHistoryUseCase.Start start =
                new BrowseHistoryUseCase.Start.Around(new BrowseHistoryUseCase.Mark.Of(message.id()));
        Page page =
                (Page) world.app().browseHistory().browse(new BrowseHistoryUseCase.Query(viewer(), peer, start, limit));
        return List.of(
                page.messages().stream()
                        .map(written -> List.of(seen(written.message()), written.sender(), written.receiver()))
                        .toList(),
                page.hasOlder(),
                page.hasNewer());
    }

    private Object reports(String peer) {
        return world.shown(viewer(), peer).stream()
                .map(message -> List.of(
                        world.app().messages().find(viewer(), message.id()).map(found -> seen(found.message())),
                        world.app().deliveryReport().get(viewer(), message.id())))
                .toList();
    }

    private Object events() {
        return world.eventViews(caller).stream().map(this::event).toList();
    }

    private Object event(EventView event) {
        return List.of(event.seq(), event.at(), payload(event.payload()));
    }

    private Object payload(Payload payload) {
        return switch (payload) {
            case Payload.MessageCreated created ->
                List.of("created", created.peer(), seen(created.message()), created.sender(), created.receiver());
            case Payload.MessageReleased released ->
                List.of("released", released.peer(), seen(released.message()), released.sender(), released.receiver());
            case Payload.ReceiptRead read -> List.of("receipt", read.peer(), placeOf(read.readUpTo()), read.readAt());
            case Payload.ConversationRead read ->
                List.of("read", read.peer(), placeOf(read.readUpTo()), read.readAt(), read.unread());
            case Payload.BlockCreated block -> block;
            case Payload.BlockRemoved block -> block;
            case Payload.SessionRevoked revoked -> revoked;
            case Payload.UserErased erased -> erased;
        };
    }

    private Object activities() {
        world.app().relay().relay();
        return world
                .app()
                .activities()
                .readOwn(new ActivityQueries.OwnQuery(
                        viewer(), Optional.empty(), Optional.empty(), ActivityQueries.MAX_OWN_LINES))
                .stream()
                .map(line -> List.of(
                        line.activity().type(),
                        line.activity().at(),
                        line.activity().details().keySet(),
                        line.subject()))
                .toList();
    }

    /** The fields of a message in v1. */
    static Object seen(Message message) {
        return List.of(message.place(), message.sender(), message.receiver(), message.content(), message.sentAt());
    }

    private Object placeOf(MessageId message) {
        return world.stores().messages().find(message).orElseThrow().place();
    }

    private UserId viewer() {
        return caller.user();
    }
}
