package dev.parley.application.service.audit;

import static org.assertj.core.api.Assertions.assertThat;

import dev.parley.application.port.in.audit.CheckDataUseCase.Report;
import dev.parley.application.testkit.UseCaseFixture;
import dev.parley.domain.audit.Inconsistency;
import dev.parley.domain.conversation.Conversation;
import dev.parley.domain.conversation.ParticipantState;
import dev.parley.domain.conversation.Participants;
import dev.parley.domain.conversation.ReceiverState;
import dev.parley.domain.user.UserId;
import java.util.List;
import org.junit.jupiter.api.Test;

final class CheckDataServiceTest {

    private final UseCaseFixture world = UseCaseFixture.empty();
    private final UserId anna = world.user("anna");
    private final UserId bo = world.user("bo");

    @Test
    void emptyStoreIsConsistent() {
        assertThat(check()).isEqualTo(new Report(0, 0, 2, List.of()));
    }

    @Test
    void dataWrittenByTheServiceIsConsistent() {
        world.send(anna, bo, "one");
        world.read(bo, anna, 1);
        world.send(bo, anna, "two");
        world.block(bo, "anna");
        world.send(anna, bo, "held");
        world.send(bo, anna, "three");
        world.unblock(bo, "anna");
        world.block(bo, "anna");
        world.send(anna, bo, "held again");
        world.block(anna, "anna");
        world.send(anna, anna, "a note that is held");

        assertThat(check()).isEqualTo(new Report(2, 6, 2, List.of()));
    }

    @Test
    void wrongCountIsReported() {
        world.send(anna, bo, "one");
        Conversation head =
                world.stores().conversations().find(Participants.of(anna, bo)).orElseThrow();
        ParticipantState wrong = new ParticipantState(
                new ReceiverState(7, 0, 0, 0), head.higher().shown());
        world.stores()
                .conversations()
                .store(new Conversation(
                        head.id(), head.participants(), head.lastPlace(), head.lower(), wrong, head.latestAt()));

        assertThat(check().findings())
                .singleElement()
                .extracting(Inconsistency::toString)
                .asString()
                .contains("conversation " + head.id().value(), "unread=7", "unread=1");
    }

    private Report check() {
        return world.app().checkData().check();
    }
}
