package dev.parley.adapters.rest.testkit;

import dev.parley.adapters.rest.classic.ClassicApi;
import dev.parley.adapters.rest.v1.V1UseCases;
import dev.parley.application.testkit.InMemoryStores;
import dev.parley.application.testkit.UseCases;
import java.time.Clock;

/** The real services over in-memory stores, as both surfaces want them. */
public record InMemoryParley(ClassicApi.UseCases classic, V1UseCases v1) {

    public static InMemoryParley empty(Clock clock) {
        return over(UseCases.over(InMemoryStores.empty(), clock));
    }

    public static InMemoryParley over(UseCases all) {
        return new InMemoryParley(classic(all), v1(all));
    }

    public InMemoryParley with(ClassicApi.UseCases others) {
        return new InMemoryParley(others, v1);
    }

    public InMemoryParley with(V1UseCases others) {
        return new InMemoryParley(classic, others);
    }

    private static ClassicApi.UseCases classic(UseCases all) {
        return new ClassicApi.UseCases(
                all.authenticate(),
                all.register(),
                all.findUser(),
                all.logIn(),
                all.logOut(),
                all.block(),
                all.unblock(),
                all.send(),
                all.readHistory());
    }

    private static V1UseCases v1(UseCases all) {
        return new V1UseCases(
                new V1UseCases.Users(all.register(), all.findUser(), all.searchUsers()),
                new V1UseCases.Account(all.getProfile(), all.changePassword(), all.erase(), all.readOwnActivity()),
                new V1UseCases.Sessions(
                        all.authenticate(), all.logIn(), all.logOut(), all.listSessions(), all.revokeSession()),
                new V1UseCases.Blocks(all.block(), all.unblock(), all.listBlocks()),
                new V1UseCases.Conversations(
                        all.readInbox(),
                        all.countUnread(),
                        all.browseHistory(),
                        all.send(),
                        all.markRead(),
                        all.deliveryReport()));
    }
}
