package dev.parley.application.service.inbox;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import dev.parley.application.port.in.inbox.InboxQueries;
import dev.parley.application.port.in.inbox.InboxQueries.Inbox;
import dev.parley.application.port.in.inbox.InboxQueries.InboxEntry;
import dev.parley.application.port.in.inbox.InboxQueries.Query;
import dev.parley.application.testkit.UseCaseFixture;
import dev.parley.domain.conversation.Message;
import dev.parley.domain.event.EventCursor;
import dev.parley.domain.inbox.InboxPlace;
import dev.parley.domain.user.UserId;
import dev.parley.domain.user.Username;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;

final class InboxQueriesServiceTest {

    private static final Username ANNA = new Username("anna");
    private static final Username BO = new Username("bo");

    private final UseCaseFixture world = UseCaseFixture.empty();
    private final UserId anna = world.user("anna");
    private final UserId bo = world.user("bo");

    @Test
    void emptyInboxHasACursor() {
        assertThat(world.inbox(anna)).isEqualTo(new Inbox(List.of(), false, cursor(0)));
    }

    @Test
    void entryHasAllFields() {
        Message read = world.send(bo, anna, "read");
        Message own = world.send(anna, bo, "own");
        world.markRead(anna, "bo", read);
        world.markRead(bo, "anna", own);
        Message last = world.send(bo, anna, "unread");

        assertThat(world.inbox(anna).entries())
                .containsExactly(new InboxEntry(
                        new InboxPlace(last.sentAt(), last.conversation()),
                        ANNA,
                        BO,
                        last,
                        1,
                        false,
                        Optional.of(read.id()),
                        Optional.of(own.id())));
    }

    @Test
    void conversationWithOneselfIsListed() {
        Message note = world.send(anna, anna, "note");

        assertThat(world.inbox(anna).entries())
                .containsExactly(new InboxEntry(
                        new InboxPlace(note.sentAt(), note.conversation()),
                        ANNA,
                        ANNA,
                        note,
                        1,
                        false,
                        Optional.empty(),
                        Optional.empty()));
    }

    @Test
    void heldMessageIsOnlyInTheInboxOfItsSender() {
        world.block(anna, "bo");
        Message held = world.send(bo, anna, "held");

        assertThat(world.inbox(anna).entries()).isEmpty();
        assertThat(world.inbox(bo).entries())
                .extracting(InboxEntry::lastMessage)
                .containsExactly(held);
    }

    @Test
    void anInboxIsReadPageByPage() {
        Message first = sendFrom("carla");
        Message second = sendFrom("dora");
        Message third = sendFrom("emil");

        Inbox page = read(false, Optional.empty(), 2);
        assertThat(page.entries()).extracting(InboxEntry::lastMessage).containsExactly(third, second);
        assertThat(page.more()).isTrue();

        Inbox rest = read(false, Optional.of(page.entries().getLast().place()), 2);
        assertThat(rest.entries()).extracting(InboxEntry::lastMessage).containsExactly(first);
        assertThat(rest.more()).isFalse();
        assertThat(read(false, Optional.empty(), 3).more()).isFalse();
    }

    @Test
    void inboxCanBeFilteredByUnread() {
        Message unread = sendFrom("carla");
        world.markRead(anna, "dora", sendFrom("dora"));

        assertThat(read(true, Optional.empty(), 1).entries())
                .extracting(InboxEntry::lastMessage)
                .containsExactly(unread);
        assertThat(read(true, Optional.empty(), 1).more()).isFalse();
    }

    @Test
    void eventsFromTheCursorOnHaveNoGapAndNoRepeat() {
        world.send(bo, anna, "one");
        world.send(bo, anna, "two");

        assertThat(world.inbox(anna).cursor()).isEqualTo(cursor(2));
        assertThat(world.inbox(bo).cursor()).isEqualTo(cursor(2));

        world.send(anna, anna, "note");
        assertThat(world.inbox(anna).cursor()).isEqualTo(cursor(3));
        assertThat(world.inbox(bo).cursor()).isEqualTo(cursor(2));
    }

    @Test
    void conversationWithAnErasedUserStaysUnderTheirTombstone() {
        Message message = world.send(bo, anna, "hello");
        world.erase(world.loggedIn("bo"));
        world.app().continueErasures().continueErasures();

        assertThat(world.inbox(anna).entries()).singleElement().satisfies(entry -> {
            assertThat(entry.peer()).isEqualTo(Username.ofErased(bo));
            assertThat(entry.lastMessage().id()).isEqualTo(message.id());
            assertThat(entry.lastMessage().content()).isEmpty();
            assertThat(entry.unread()).isZero();
        });
        assertThat(read(true, Optional.empty(), 10).entries()).isEmpty();
    }

    @Test
    void erasedMessagesAreNotUnread() {
        world.send(bo, anna, "hello");
        world.erase(world.loggedIn("bo"));

        assertThat(world.inbox(anna).entries()).extracting(InboxEntry::unread).containsExactly(0L);
    }

    @Test
    void aConversationWithABlockedUserKeepsItsCount() {
        world.send(bo, anna, "hello");
        world.block(anna, "bo");
        world.send(bo, anna, "held");

        assertThat(world.inbox(anna).entries()).singleElement().satisfies(entry -> {
            assertThat(entry.blocked()).isTrue();
            assertThat(entry.unread()).isEqualTo(1);
        });
        assertThat(world.inbox(bo).entries()).extracting(InboxEntry::blocked).containsExactly(false);

        world.unblock(anna, "bo");
        assertThat(world.inbox(anna).entries()).singleElement().satisfies(entry -> {
            assertThat(entry.blocked()).isFalse();
            assertThat(entry.unread()).isEqualTo(2);
        });
    }

    @Test
    void aLimitOutOfRangeIsRefused() {
        for (int limit : List.of(-1, 0, InboxQueries.MAX_LIMIT + 1)) {
            assertThatIllegalArgumentException().isThrownBy(() -> read(false, Optional.empty(), limit));
        }
        assertThat(read(false, Optional.empty(), InboxQueries.MAX_LIMIT).entries())
                .isEmpty();
    }

    /** A message to Anna, one second after the previous one. */
    private Message sendFrom(String name) {
        world.secondsLater(1);
        return world.send(world.user(name), anna, "hello");
    }

    private Inbox read(boolean unreadOnly, Optional<InboxPlace> after, int limit) {
        return world.app().inbox().read(new Query(anna, unreadOnly, after, limit));
    }

    private EventCursor cursor(long seq) {
        return new EventCursor(world.stores().epochs().current(), seq);
    }
}
