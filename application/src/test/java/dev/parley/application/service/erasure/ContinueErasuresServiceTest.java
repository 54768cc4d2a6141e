package dev.parley.application.service.erasure;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalStateException;

import dev.parley.application.port.out.conversation.Conversations;
import dev.parley.application.port.out.erasure.Erasures;
import dev.parley.application.port.out.erasure.Erasures.Erasure;
import dev.parley.application.port.out.shared.UnitOfWork;
import dev.parley.application.testkit.ConcurrentRun;
import dev.parley.application.testkit.UseCaseFixture;
import dev.parley.domain.conversation.Conversation;
import dev.parley.domain.conversation.ConversationId;
import dev.parley.domain.conversation.HistoryWindow;
import dev.parley.domain.conversation.Message;
import dev.parley.domain.conversation.PageBound;
import dev.parley.domain.conversation.Participants;
import dev.parley.domain.event.Change;
import dev.parley.domain.user.UserId;
import dev.parley.domain.user.Username;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.function.Supplier;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

final class ContinueErasuresServiceTest {

    private final UseCaseFixture world = UseCaseFixture.empty();
    private final UserId anna = world.user("anna");
    private final UserId bo = world.user("bo");
    private final UserId carla = world.user("carla");
    private final String tombstone = Username.ofErased(anna).value();

    @Test
    void withoutErasuresNothingHappens() {
        world.send(anna, bo, "hello");

        assertThat(continueErasures()).isZero();
        assertThat(world.shown(bo, "anna"))
                .allMatch(message -> message.content().isPresent());
    }

    @Test
    void onlyMessagesOfTheErasedUserLoseTheirContent() {
        world.send(anna, bo, "to bo");
        Message back = world.send(bo, anna, "to anna");
        world.send(anna, carla, "to carla");
        world.send(anna, anna, "note");
        Message beside = world.send(bo, carla, "beside");

        erase("anna");
        assertThat(continueErasures()).isEqualTo(1);

        assertThat(stored(bo)).startsWith(back).hasSize(2);
        assertThat(stored(bo).getLast().content()).isEmpty();
        assertThat(stored(carla)).extracting(Message::content).allMatch(content -> content.isEmpty());
        assertThat(stored(anna)).extracting(Message::content).allMatch(content -> content.isEmpty());
        assertThat(world.shown(bo, "carla")).containsExactly(beside);
        assertThat(continueErasures()).isZero();
    }

    @Test
    void aLongHistoryIsErasedInSteps() {
        world.send(anna, bo, "first");
        IntStream.range(0, 1000).forEach(i -> world.send(anna, carla, "number " + i));

        erase("anna");
        assertThat(continueErasures()).isEqualTo(1);

        assertThat(stored(carla))
                .hasSize(PageBound.MAX_ITEMS)
                .allMatch(message -> message.content().isEmpty());
        assertThat(world.stores().entriesAfter(carla, 1000, 10))
                .extracting(entry -> entry.event().change())
                .containsExactly(new Change.UserErased(anna));
    }

    @Test
    void peersAreNotifiedOnce() {
        world.send(anna, bo, "hello");
        world.send(carla, anna, "hello");

        erase("anna");
        continueErasures();
        continueErasures();

        assertThat(world.changes(bo))
                .filteredOn(new Change.UserErased(anna)::equals)
                .hasSize(1);
        assertThat(world.changes(carla))
                .filteredOn(new Change.UserErased(anna)::equals)
                .hasSize(1);
        assertThat(world.changes(anna)).isEmpty();
    }

    @Test
    void blockersAreNotifiedOnceWithOrWithoutAConversation() {
        world.send(anna, bo, "hello");
        world.block(bo, "anna");
        world.block(carla, "anna");
        UserId dora = world.user("dora");
        world.block(dora, "anna");
        world.send(anna, dora, "held");

        erase("anna");
        assertThat(continueErasures()).isEqualTo(1);

        List.of(bo, carla, dora)
                .forEach(blocker -> assertThat(world.changes(blocker))
                        .filteredOn(new Change.UserErased(anna)::equals)
                        .hasSize(1));
        assertThat(world.changes(anna)).isEmpty();
    }

    @Test
    void blockedAndUnrelatedUsersAreNotNotified() {
        world.block(anna, "bo");

        erase("anna");
        continueErasures();

        assertThat(world.changes(bo)).isEmpty();
        assertThat(world.changes(carla)).isEmpty();
    }

    @Test
    void failedErasureDoesNotStopOthers() {
        world.send(anna, bo, "hello");
        world.send(carla, bo, "hello");
        erase("anna");
        erase("carla");
        Conversations broken = new Broken(world.stores().conversations(), anna);

        assertThatIllegalStateException()
                .isThrownBy(
                        () -> serviceOver(world.stores().unitOfWork(), broken).continueErasures())
                .withMessage("planned");

        assertThat(world.stores().erasures().list(Set.of())).containsExactly(Erasure.begun(anna));
        assertThat(continueErasures()).isEqualTo(1);
    }

    @Test
    void allFailuresAreThrown() {
        erase("anna");
        erase("bo");

        assertThatIllegalStateException()
                .isThrownBy(() ->
                        serviceOver(new Dying(world.stores().unitOfWork(), 0)).continueErasures())
                .satisfies(failure -> assertThat(failure.getSuppressed()).hasSize(1));
    }

    @Test
    void messageReleasedDuringTheErasureLosesItsContent() {
        world.block(bo, "anna");
        world.send(anna, bo, "held");
        erase("anna");

        world.unblock(bo, tombstone);
        continueErasures();

        assertThat(stored(bo))
                .singleElement()
                .satisfies(message -> assertThat(message.content()).isEmpty());
        assertThat(world.changes(bo)).endsWith(new Change.UserErased(anna));
    }

    @Test
    void interruptedErasureResumes() {
        world.send(anna, bo, "hello");
        world.send(anna, carla, "hello");
        world.send(anna, anna, "note");
        erase("anna");

        for (int steps = 0; steps < 3; steps++) {
            int possible = steps;
            assertThatIllegalStateException()
                    .isThrownBy(() -> serviceOver(new Dying(world.stores().unitOfWork(), possible))
                            .continueErasures());
        }

        assertThat(stored(bo).getFirst().content()).isEmpty();
        assertThat(continueErasures()).isEqualTo(1);
        List.of(bo, carla).forEach(peer -> {
            assertThat(stored(peer).getFirst().content()).isEmpty();
            assertThat(world.changes(peer))
                    .filteredOn(new Change.UserErased(anna)::equals)
                    .hasSize(1);
        });
    }

    @Test
    void concurrentNodesFinishEachErasureOnce() {
        IntStream.range(0, 5).forEach(number -> world.send(anna, world.user("user" + number), "hello"));
        world.send(carla, bo, "hello");
        erase("anna");
        erase("carla");
        AtomicInteger finished = new AtomicInteger();

        ConcurrentRun.of(4, 2).run((thread, step) -> finished.addAndGet(continueErasures()));

        assertThat(finished).hasValue(2);
        assertThat(world.stores().erasures().list(Set.of())).isEmpty();
        assertThat(world.changes(bo))
                .filteredOn(new Change.UserErased(carla)::equals)
                .hasSize(1);
    }

    @Test
    void moreErasuresThanOnePageAreFinished() {
        IntStream.rangeClosed(1, Erasures.MAX_PAGE + 1).forEach(number -> {
            world.user("user" + number);
            erase("user" + number);
        });

        assertThat(continueErasures()).isEqualTo(Erasures.MAX_PAGE + 1);

        assertThat(world.stores().erasures().list(Set.of())).isEmpty();
    }

    /** The newest page of messages between the erased user and another, newest first. */
    private List<Message> stored(UserId peer) {
        Conversation conversation =
                world.stores().conversations().find(Participants.of(anna, peer)).orElseThrow();
        return world.stores()
                .messages()
                .listShown(conversation.id(), peer, new HistoryWindow.Newest(), PageBound.of(PageBound.MAX_ITEMS))
                .messages();
    }

    private void erase(String name) {
        world.erase(world.loggedIn(name));
    }

    private int continueErasures() {
        return world.app().continueErasures().continueErasures();
    }

    private ContinueErasuresService serviceOver(UnitOfWork unitOfWork) {
        return serviceOver(unitOfWork, world.stores().conversations());
    }

    private ContinueErasuresService serviceOver(UnitOfWork unitOfWork, Conversations conversations) {
        return new ContinueErasuresService(
                unitOfWork,
                world.stores().locks(),
                world.stores().erasures(),
                world.stores().blocks(),
                conversations,
                world.stores().messages(),
                world.stores().events(),
                world.clock());
    }

    /** Fails to list the conversations of one user. */
    private record Broken(Conversations conversations, UserId user) implements Conversations {

        @Override
        public Optional<Conversation> find(Participants pair) {
            if (pair.include(user)) {
                throw new IllegalStateException("planned");
            }
            return conversations.find(pair);
        }

        @Override
        public List<Conversation> listOf(UserId of, Optional<ConversationId> after, int limit) {
            return conversations.listOf(of, after, limit);
        }

        @Override
        public void store(Conversation conversation) {
            conversations.store(conversation);
        }
    }

    /** Runs some units of work and fails in the next. */
    private static final class Dying implements UnitOfWork {

        private final UnitOfWork unitOfWork;
        private int left;

        private Dying(UnitOfWork unitOfWork, int possible) {
            this.unitOfWork = unitOfWork;
            this.left = possible;
        }

        @Override
        public <T> T execute(Supplier<T> work) {
            return unitOfWork.execute(() -> {
                T done = work.get();
                if (left == 0) {
                    throw new IllegalStateException("planned");
                }
                left--;
                return done;
            });
        }

        @Override
        public <T> T snapshot(Supplier<T> reading) {
            return unitOfWork.snapshot(reading);
        }
    }
}
