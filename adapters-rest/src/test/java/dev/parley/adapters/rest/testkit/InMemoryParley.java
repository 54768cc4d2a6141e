package dev.parley.adapters.rest.testkit;

import dev.parley.adapters.rest.classic.ClassicApi;
import dev.parley.adapters.rest.v1.EventApi;
import dev.parley.adapters.rest.v1.V1UseCases;
import dev.parley.adapters.rest.v1.event.follow.FollowSettings;
import dev.parley.application.port.in.limit.AdmitRequestUseCase;
import dev.parley.application.port.in.session.AuthenticateUseCase;
import dev.parley.application.port.in.session.RedeemStreamTicketUseCase;
import dev.parley.application.testkit.InMemoryStores;
import dev.parley.application.testkit.UseCases;
import dev.parley.domain.limit.Quotas;
import java.time.Clock;
import java.time.Duration;

/** The real services over in-memory stores, with both APIs. */
public record InMemoryParley(
        ClassicApi.UseCases classic,
        V1UseCases v1,
        EventApi.UseCases events,
        FollowSettings following,
        AdmitRequestUseCase admit) {

    /** The default settings, but with an immediate shutdown. */
    public static final FollowSettings FOLLOWING = new FollowSettings(
            1000,
            1000,
            8,
            4,
            64 << 20,
            Duration.ofSeconds(15),
            Duration.ofSeconds(10),
            Duration.ofHours(1),
            Duration.ZERO);

    private static final AdmitRequestUseCase UNLIMITED = (kind, client) -> Quotas.NONE;

    public static InMemoryParley empty(Clock clock) {
        return over(UseCases.over(InMemoryStores.empty(), clock));
    }

    public static InMemoryParley over(UseCases all) {
        return new InMemoryParley(classic(all), v1(all), events(all), FOLLOWING, UNLIMITED);
    }

    public InMemoryParley with(ClassicApi.UseCases others) {
        return new InMemoryParley(others, v1, events, following, admit);
    }

    public InMemoryParley with(V1UseCases others) {
        return new InMemoryParley(classic, others, events, following, admit);
    }

    public InMemoryParley with(EventApi.UseCases others) {
        return new InMemoryParley(classic, v1, others, following, admit);
    }

    public InMemoryParley with(FollowSettings other) {
        return new InMemoryParley(classic, v1, events, other, admit);
    }

    /** The same with rate limits. */
    public InMemoryParley with(AdmitRequestUseCase other) {
        return new InMemoryParley(
                classic,
                v1,
                new EventApi.UseCases(
                        events.authenticate(),
                        events.read(),
                        events.watch(),
                        events.issueTicket(),
                        events.redeemTicket(),
                        other),
                following,
                other);
    }

    /** The same with another authentication. */
    public InMemoryParley with(AuthenticateUseCase authenticate, RedeemStreamTicketUseCase redeem) {
        V1UseCases.Sessions sessions = v1.sessions();
        return with(new ClassicApi.UseCases(
                        authenticate,
                        classic.register(),
                        classic.checkName(),
                        classic.findUser(),
                        classic.findReceiver(),
                        classic.logIn(),
                        classic.logOut(),
                        classic.block(),
                        classic.unblock(),
                        classic.send(),
                        classic.readHistory()))
                .with(new V1UseCases(
                        v1.users(),
                        v1.account(),
                        new V1UseCases.Sessions(
                                authenticate, sessions.logIn(), sessions.logOut(), sessions.list(), sessions.revoke()),
                        v1.blocks(),
                        v1.conversations()))
                .with(new EventApi.UseCases(
                        authenticate, events.read(), events.watch(), events.issueTicket(), redeem, events.admit()));
    }

    private static EventApi.UseCases events(UseCases all) {
        return new EventApi.UseCases(
                all.authenticate(),
                all.readEvents(),
                all.watchEvents(),
                all.issueTicket(),
                all.redeemTicket(),
                UNLIMITED);
    }

    private static ClassicApi.UseCases classic(UseCases all) {
        return new ClassicApi.UseCases(
                all.authenticate(),
                all.register(),
                all.checkName(),
                all.findUser(),
                all.findReceiver(),
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
                        all.findReceiver(),
                        all.send(),
                        all.markRead(),
                        all.deliveryReport()));
    }
}
