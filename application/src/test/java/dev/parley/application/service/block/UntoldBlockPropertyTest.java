package dev.parley.application.service.block;

import static org.assertj.core.api.Assertions.assertThat;

import dev.parley.application.port.in.conversation.SendMessageUseCase;
import dev.parley.application.port.in.receipt.MarkReadUseCase;
import dev.parley.application.testkit.UseCaseFixture;
import dev.parley.domain.conversation.Conversation;
import dev.parley.domain.conversation.IdempotencyKey;
import dev.parley.domain.conversation.Message;
import dev.parley.domain.conversation.MessageContent;
import dev.parley.domain.conversation.Participants;
import dev.parley.domain.conversation.SendResult;
import dev.parley.domain.testkit.Property;
import dev.parley.domain.user.UserId;
import java.util.List;
import java.util.Optional;
import java.util.Random;
import java.util.function.Function;
import org.junit.jupiter.api.Test;

/**
 * Users cannot detect that they are blocked.
 *
 * <p>The same events happen in two worlds. In one of them Bo sometimes blocks Anna, in the other he never does. Bo acts only
 * on what both worlds show him, so his other actions are the same. All v1 responses to Anna must be equal, including the
 * times, because nothing else happens at the moment of a block.
 */
final class UntoldBlockPropertyTest {

    private static final int CASES = 60;
    private static final int STEPS = 50;
    private static final int LOOK_EVERY = 7;

    @Test
    void senderReceivesTheSameResponsesWithAndWithoutABlock() {
        Property.holds(CASES, random -> new TwoWorlds(random).check());
    }

    private static final class TwoWorlds {

        private final Random random;
        private final Side blocking = Side.begin();
        private final Side peaceful = Side.begin();

        private TwoWorlds(Random random) {
            this.random = random;
        }

        private void check() {
            for (int step = 0; step < STEPS; step++) {
                int seconds = 1 + random.nextInt(1000);
                both(side -> side.wait(seconds));
                takeAStep(step);
                if (step % LOOK_EVERY == LOOK_EVERY - 1) {
                    both(side -> side.answers().all("bo"));
                }
            }
        }

        private void takeAStep(int step) {
            String text = "step " + step;
            switch (random.nextInt(14)) {
                case 0, 1 -> blocking.world.block(blocking.bo, "anna");
                case 2 -> blocking.world.unblock(blocking.bo, "anna");
                case 3 -> annaToldThatBo(random.nextBoolean());
                case 4 -> boReadsWhatBothWorldsShowHim(random.nextInt(STEPS));
                case 5 -> boReadsEverythingIfNothingIsHeld();
                case 6 -> both(side -> side.send(side.bo, side.anna, text));
                case 7 -> both(side -> side.send(side.carla, side.anna, text));
                case 8 -> both(side -> side.send(side.anna, side.carla, text));
                case 9 -> annaReads(random.nextInt(STEPS));
                case 10 -> annaLooksAround(random.nextInt(STEPS), 1 + random.nextInt(6));
                case 11 -> annaSendsUnderAKey(random.nextInt(3), random.nextInt(2));
                default -> both(side -> side.send(side.anna, side.bo, text));
            }
        }

        private void annaToldThatBo(boolean isBlocked) {
            if (isBlocked) {
                both(side -> side.world.block(side.anna, "bo"));
            } else {
                both(side -> side.world.unblock(side.anna, "bo"));
            }
        }

        private void boReadsWhatBothWorldsShowHim(int which) {
            List<Message> readable = blocking.readableByBo();
            if (!readable.isEmpty()) {
                Message upTo = readable.get(which % readable.size());
                both(side -> side.markRead(side.bo, "anna", side.at(upTo)));
            }
        }

        private void boReadsEverythingIfNothingIsHeld() {
            if (blocking.heldFrom().isEmpty()) {
                blocking.world.read(blocking.bo, blocking.anna, 1);
                peaceful.world.read(peaceful.bo, peaceful.anna, 1);
            }
        }

        private void annaReads(int which) {
            both(side -> side.anyShownToAnna(which).map(upTo -> side.markRead(side.anna, "bo", upTo)));
        }

        private void annaLooksAround(int which, int limit) {
            both(side -> side.anyShownToAnna(which).map(around -> side.answers().around("bo", around, limit)));
        }

        private void annaSendsUnderAKey(int key, int text) {
            both(side -> side.sendUnder(new IdempotencyKey("key " + key), "text " + text));
        }

        /** Runs the same action in both worlds and expects the same response. */
        private void both(Function<Side, Object> step) {
            assertThat(step.apply(blocking)).isEqualTo(step.apply(peaceful));
        }
    }

    private record Side(UseCaseFixture world, UserId anna, UserId bo, UserId carla, ObservedResponses answers) {

        private static Side begin() {
            UseCaseFixture world = UseCaseFixture.empty();
            UserId anna = world.user("anna");
            return new Side(
                    world,
                    anna,
                    world.user("bo"),
                    world.user("carla"),
                    new ObservedResponses(world, UseCaseFixture.caller(world.loggedIn("anna"))));
        }

        private Object wait(int seconds) {
            world.secondsLater(seconds);
            return world.now();
        }

        private Object send(UserId sender, UserId receiver, String text) {
            return ObservedResponses.seen(world.send(sender, receiver, text));
        }

        private Object sendUnder(IdempotencyKey key, String text) {
            SendResult result = world.app()
                    .send()
                    .send(new SendMessageUseCase.Command(
                            anna, bo, new MessageContent(text), Optional.of(key), UseCaseFixture.ORIGIN));
            return result instanceof SendResult.Sent(Message message, boolean replayed)
                    ? List.of(ObservedResponses.seen(message), replayed)
                    : result;
        }

        private Object markRead(UserId reader, String peer, Message upTo) {
            MarkReadUseCase.Result.Marked marked = (MarkReadUseCase.Result.Marked) world.markRead(reader, peer, upTo);
            return reader.equals(anna) ? List.of(marked.changed(), marked.unread()) : marked.changed();
        }

        private Optional<Message> anyShownToAnna(int which) {
            List<Message> shown = world.shown(anna, "bo");
            return shown.isEmpty() ? Optional.empty() : Optional.of(shown.get(which % shown.size()));
        }

        private List<Message> readableByBo() {
            long end = heldFrom().orElse(Long.MAX_VALUE);
            return world.shown(bo, "anna").stream()
                    .filter(message -> message.place().value() < end)
                    .toList();
        }

        /** The place of the first message held from Bo. */
        private Optional<Long> heldFrom() {
            return conversation().map(found -> found.of(bo).heldFrom()).filter(place -> place > 0);
        }

        /** The message of this world at the same place as that of the other world. */
        private Message at(Message twin) {
            return world.stores()
                    .messages()
                    .find(conversation().orElseThrow().id(), twin.place().value())
                    .orElseThrow();
        }

        private Optional<Conversation> conversation() {
            return world.stores().conversations().find(Participants.of(anna, bo));
        }
    }
}
