package dev.parley.application.testkit;

import dev.parley.application.port.in.block.BlockUserUseCase;
import dev.parley.application.port.in.block.UnblockUserUseCase;
import dev.parley.application.port.in.conversation.BrowseHistoryUseCase;
import dev.parley.application.port.in.conversation.NamedMessage;
import dev.parley.application.port.in.conversation.ReadHistoryUseCase;
import dev.parley.application.port.in.conversation.ReadHistoryUseCase.PageChoice;
import dev.parley.application.port.in.conversation.SendMessageUseCase;
import dev.parley.application.port.in.erasure.EraseAccountUseCase;
import dev.parley.application.port.in.event.ReadEventsUseCase;
import dev.parley.application.port.in.inbox.InboxQueries;
import dev.parley.application.port.in.receipt.MarkReadUseCase;
import dev.parley.application.port.in.session.Caller;
import dev.parley.application.port.in.session.ListSessionsUseCase;
import dev.parley.application.port.in.session.LogInUseCase;
import dev.parley.application.port.in.session.PresentedCredential;
import dev.parley.application.port.in.user.RegisterUserUseCase;
import dev.parley.application.port.out.activity.ActivityOutbox;
import dev.parley.application.port.out.event.EventPages;
import dev.parley.domain.activity.Activity;
import dev.parley.domain.activity.RecordedActivity;
import dev.parley.domain.conversation.Message;
import dev.parley.domain.conversation.MessageContent;
import dev.parley.domain.conversation.SendResult;
import dev.parley.domain.event.Change;
import dev.parley.domain.event.EventCursor;
import dev.parley.domain.event.EventView;
import dev.parley.domain.session.Session;
import dev.parley.domain.session.Token;
import dev.parley.domain.shared.Origin;
import dev.parley.domain.shared.SessionId;
import dev.parley.domain.user.Password;
import dev.parley.domain.user.User;
import dev.parley.domain.user.UserId;
import dev.parley.domain.user.Username;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.stream.Collectors;

/** All use cases over in-memory stores with a test clock, and steps that many tests share. */
public record UseCaseFixture(InMemoryStores stores, TestClock clock, UseCases app) {

    public static final Password PASSWORD = new Password("correct horse");
    public static final Origin ORIGIN =
            new Origin(Optional.of("2001:db8::17"), Optional.of("Parley/1.0"), Optional.of(new SessionId(900)));

    public static UseCaseFixture empty() {
        InMemoryStores stores = InMemoryStores.empty();
        TestClock clock = TestClock.standing();
        return new UseCaseFixture(stores, clock, UseCases.over(stores, clock));
    }

    public Instant now() {
        return clock.instant();
    }

    public void secondsLater(long seconds) {
        clock.advance(Duration.ofSeconds(seconds));
    }

    /** Registers a user and clears the recorded activities. */
    public UserId user(String name) {
        app.register().register(new RegisterUserUseCase.Command(new Username(name), PASSWORD, ORIGIN));
        forgetActivities();
        return stores.users().find(new Username(name)).map(User::id).orElseThrow();
    }

    public LogInUseCase.Result logIn(String name, Password password) {
        return app.logIn().logIn(new LogInUseCase.Command(name, password, Optional.empty(), ORIGIN));
    }

    /** Logs in with the correct password. */
    public LogInUseCase.Result.LoggedIn loggedIn(String name) {
        if (logIn(name, PASSWORD) instanceof LogInUseCase.Result.LoggedIn loggedIn) {
            return loggedIn;
        }
        throw new AssertionError(name + " could not log in");
    }

    /** The caller with this token, if it is valid. */
    public Optional<Caller> authenticated(Token token) {
        return app.authenticate().authenticate(presented(token)).known();
    }

    public static PresentedCredential presented(Token token) {
        return new PresentedCredential(token.digest(), ORIGIN.address());
    }

    /** The caller of requests with this login. */
    public static Caller caller(LogInUseCase.Result.LoggedIn login) {
        return new Caller(login.session().user(), login.session().id());
    }

    /** Whether the token of this login is still valid. */
    public boolean letsIn(LogInUseCase.Result.LoggedIn login) {
        return authenticated(login.token()).isPresent();
    }

    /** The first page of the user's sessions. */
    public List<Session> sessions(UserId user) {
        return app.listSessions()
                .list(new ListSessionsUseCase.Query(user, Optional.empty(), ListSessionsUseCase.MAX_LIMIT));
    }

    public Message send(UserId sender, UserId receiver, String text) {
        return switch (app.send()
                .send(new SendMessageUseCase.Command(
                        sender, receiver, new MessageContent(text), Optional.empty(), ORIGIN))) {
            case SendResult.Sent(Message message, boolean replayed) -> message;
            case SendResult.KeyReused() -> throw new AssertionError("there was no key");
            case SendResult.NoSuchSender() -> throw new AssertionError("no such sender");
            case SendResult.NoSuchReceiver() -> throw new AssertionError("no such user");
        };
    }

    public BlockUserUseCase.Result block(UserId blocker, String blocked) {
        return app.block().block(new BlockUserUseCase.Command(blocker, blocked, ORIGIN));
    }

    public UnblockUserUseCase.Result unblock(UserId blocker, String blocked) {
        return app.unblock().unblock(new UnblockUserUseCase.Command(blocker, blocked, ORIGIN));
    }

    public ReadHistoryUseCase.Result read(UserId reader, UserId peer, long page) {
        return app.readHistory().read(new ReadHistoryUseCase.Query(reader, peer, new PageChoice.Numbered(page)));
    }

    public MarkReadUseCase.Result markRead(UserId reader, String peer, Message upTo) {
        return app.markRead().markRead(new MarkReadUseCase.Command(reader, peer, upTo.id()));
    }

    /** The newest page of messages visible to the viewer, newest first. */
    public List<Message> shown(UserId viewer, String peer) {
        BrowseHistoryUseCase.Query newest = new BrowseHistoryUseCase.Query(
                viewer, peer, new BrowseHistoryUseCase.Start.Newest(), BrowseHistoryUseCase.MAX_LIMIT);
        if (app.browseHistory().browse(newest) instanceof BrowseHistoryUseCase.Result.Page page) {
            return page.messages().stream().map(NamedMessage::message).toList();
        }
        throw new AssertionError("unknown user " + peer);
    }

    /** The first page. */
    public InboxQueries.Inbox inbox(UserId owner) {
        return app.inbox().read(new InboxQueries.Query(owner, false, Optional.empty(), InboxQueries.MAX_LIMIT));
    }

    /** The first page of events as a device reads them. */
    public List<EventView> eventViews(Caller caller) {
        EventCursor beginning = new EventCursor(stores.epochs().current(), 0);
        ReadEventsUseCase.Query all =
                new ReadEventsUseCase.Query(caller, Optional.of(beginning), ReadEventsUseCase.MAX_LIMIT);
        if (app.readEvents().read(all) instanceof ReadEventsUseCase.Result.Events events) {
            return events.events();
        }
        throw new AssertionError("the events could not be read");
    }

    /** The changes for the user, oldest first. */
    public List<Change> changes(UserId user) {
        return stores.entriesAfter(user, 0, EventPages.MAX_PAGE).stream()
                .map(entry -> entry.event().change())
                .toList();
    }

    /** Erases the account of this login; its contents remain until the erasure continues. */
    public void erase(LogInUseCase.Result.LoggedIn login) {
        app.erase().erase(new EraseAccountUseCase.Command(caller(login), ORIGIN));
    }

    /** The activities recorded since they were last cleared, oldest first. */
    public List<Activity> activities() {
        return stores.outbox().oldest(ActivityOutbox.MAX_BATCH).stream()
                .map(RecordedActivity::activity)
                .toList();
    }

    public void forgetActivities() {
        stores.outbox()
                .remove(stores.outbox().oldest(ActivityOutbox.MAX_BATCH).stream()
                        .map(RecordedActivity::id)
                        .collect(Collectors.toSet()));
    }
}
