package dev.parley.application.service.receipt;

import static org.assertj.core.api.Assertions.assertThat;

import dev.parley.application.port.in.receipt.MarkReadUseCase.Command;
import dev.parley.application.port.in.receipt.MarkReadUseCase.Result;
import dev.parley.application.port.out.event.EventPages;
import dev.parley.application.port.out.event.EventPages.EventEntry;
import dev.parley.application.testkit.UseCaseFixture;
import dev.parley.domain.conversation.Message;
import dev.parley.domain.event.Change;
import dev.parley.domain.user.UserId;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** Anna, who blocks Bo, is notified that he read her message, but not of his later replies, however he reads. */
final class HeldReplyTest {

    private final UseCaseFixture world = UseCaseFixture.empty();
    private final UserId anna = world.user("anna");
    private final UserId bo = world.user("bo");

    private final Message read = world.send(anna, bo, "read");
    private Message held = read;

    @BeforeEach
    void holdTheReply() {
        world.block(anna, "bo");
        held = world.send(bo, anna, "held");
        assertThat(held.isHeld()).isTrue();
    }

    @Test
    void markingAnOwnHeldReplyAsReadReportsTheMessageBeforeIt() {
        assertThat(world.app().markRead().markRead(new Command(bo, "anna", held.id())))
                .isEqualTo(new Result.Marked(true, Optional.of(read.id()), 0));

        assertBothLearnOfTheMessageThatWasRead();
    }

    @Test
    void openingTheHistoryReportsTheMessageBeforeTheHeldReply() {
        world.read(bo, anna, 1);

        assertBothLearnOfTheMessageThatWasRead();
    }

    private void assertBothLearnOfTheMessageThatWasRead() {
        assertThat(newest(anna).event().change()).isInstanceOf(Change.ReceiptRead.class);
        assertThat(newest(anna).message()).contains(read);
        assertThat(newest(bo).event().change()).isInstanceOf(Change.ConversationRead.class);
        assertThat(newest(bo).message()).contains(read);
    }

    private EventEntry newest(UserId user) {
        List<EventEntry> all = world.stores().entriesAfter(user, 0, EventPages.MAX_PAGE);
        return all.getLast();
    }
}
