package dev.parley.adapters.rest.v1;

import dev.parley.adapters.rest.v1.activity.ActivityResource;
import dev.parley.adapters.rest.v1.block.BlockResource;
import dev.parley.adapters.rest.v1.conversation.HistoryResource;
import dev.parley.adapters.rest.v1.conversation.ReceiptResource;
import dev.parley.adapters.rest.v1.inbox.InboxResource;
import dev.parley.adapters.rest.v1.inbox.UnreadResource;
import dev.parley.adapters.rest.v1.me.MeResource;
import dev.parley.adapters.rest.v1.message.MessageResource;
import dev.parley.adapters.rest.v1.session.SessionResource;
import dev.parley.adapters.rest.v1.user.UserResource;
import java.util.List;
import java.util.stream.Stream;

/** What answers the requests to v1, in the order in which the document shows it. */
interface V1Resources {

    static List<Object> over(V1UseCases useCases) {
        return Stream.of(
                        users(useCases.users()),
                        sessions(useCases.sessions()),
                        account(useCases.account()),
                        conversations(useCases),
                        blocks(useCases.blocks()))
                .flatMap(List::stream)
                .toList();
    }

    private static List<Object> users(V1UseCases.Users users) {
        return List.of(new UserResource(users.register(), users.find(), users.search()));
    }

    private static List<Object> sessions(V1UseCases.Sessions sessions) {
        return List.of(new SessionResource(sessions.logIn(), sessions.logOut(), sessions.list(), sessions.revoke()));
    }

    private static List<Object> account(V1UseCases.Account account) {
        return List.of(
                new MeResource(account.getProfile(), account.changePassword(), account.erase()),
                new ActivityResource(account.readActivity()));
    }

    private static List<Object> conversations(V1UseCases useCases) {
        V1UseCases.Conversations conversations = useCases.conversations();
        return List.of(
                new InboxResource(conversations.readInbox()),
                new UnreadResource(conversations.countUnread()),
                new HistoryResource(
                        conversations.browse(),
                        conversations.send(),
                        conversations.findReceiver(),
                        useCases.account().getProfile()),
                new ReceiptResource(conversations.markRead()),
                new MessageResource(conversations.getDeliveryReport()));
    }

    private static List<Object> blocks(V1UseCases.Blocks blocks) {
        return List.of(new BlockResource(blocks.block(), blocks.unblock(), blocks.list()));
    }
}
