package dev.parley.bootstrap.service;

import dev.parley.bootstrap.service.TwinWorld.Role;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Random;
import java.util.function.Function;
import java.util.stream.IntStream;

/**
 * The same random commands in both worlds, except that in one of them the recipient sometimes blocks the sender.
 * Messages that are held in one world stay unread in the other: to a sender, a block looks like a recipient who reads
 * late.
 */
final class TwinCommands {

    private final Random random;
    private final TwinWorlds worlds;
    private final List<String> keyed = new ArrayList<>();
    private final List<Integer> readable = new ArrayList<>();
    private final List<Integer> held = new ArrayList<>();
    private boolean blocked;
    private int messages;

    TwinCommands(Random random, TwinWorlds worlds) {
        this.random = random;
        this.worlds = worlds;
        send(Optional.empty());
    }

    /** A random user sends a random command. */
    void step() {
        switch (random.nextInt(14)) {
            case 0 -> block();
            case 1 -> unblock();
            case 2, 3 -> receiverReads();
            case 4 -> receiverOpensAll();
            case 5, 6 -> othersSend();
            case 7 -> worlds.compareResponse(readingUpTo(anyMessage(), anyRole()));
            case 8 -> worlds.compareResponse(world -> world.block(Role.SENDER, Role.RECEIVER));
            case 9 -> worlds.compareResponse(world -> world.unblock(Role.SENDER, Role.RECEIVER));
            case 10 -> sendElsewhere(anyRole());
            case 11 -> sendAgain();
            case 12 -> send(Optional.of("key " + keyed.size()));
            default -> send(Optional.empty());
        }
    }

    private void block() {
        worlds.blocking().block(Role.RECEIVER, Role.SENDER);
        blocked = true;
    }

    private void unblock() {
        worlds.blocking().unblock(Role.RECEIVER, Role.SENDER);
        blocked = false;
        readable.addAll(held);
        held.clear();
    }

    private void receiverReads() {
        if (!readable.isEmpty()) {
            int upTo = readable.get(random.nextInt(readable.size()));
            worlds.both(world -> world.readUpTo(Role.RECEIVER, Role.SENDER, upTo));
        }
    }

    /** Through the legacy API, which marks all visible messages as read. */
    private void receiverOpensAll() {
        worlds.blocking().as(Role.RECEIVER).get("/message/" + worlds.blocking().name(Role.SENDER) + "/");
        if (!readable.isEmpty()) {
            worlds.peaceful().readUpTo(Role.RECEIVER, Role.SENDER, readable.getLast());
        }
    }

    private void othersSend() {
        Role from = random.nextBoolean() ? Role.RECEIVER : Role.THIRD;
        String content = content();
        worlds.both(
                random.nextBoolean()
                        ? world -> world.send(from, Role.SENDER, content, Optional.empty())
                        : world -> world.sendByLegacyApi(from, Role.SENDER, content));
        messages++;
    }

    private void send(Optional<String> key) {
        String content = content();
        key.ifPresent(used -> keyed.add(content));
        worlds.compareResponse(world -> world.send(Role.SENDER, Role.RECEIVER, content, key));
        (blocked ? held : readable).add(messages);
        messages++;
    }

    private void sendElsewhere(Role to) {
        if (to != Role.RECEIVER) {
            String content = content();
            worlds.compareResponse(world -> world.send(Role.SENDER, to, content, Optional.empty()));
            messages++;
        }
    }

    /** The same message with the same key, or another one. */
    private void sendAgain() {
        if (!keyed.isEmpty()) {
            int number = random.nextInt(keyed.size());
            String content = random.nextInt(3) == 0 ? "something else" : keyed.get(number);
            worlds.compareResponse(
                    world -> world.send(Role.SENDER, Role.RECEIVER, content, Optional.of("key " + number)));
        }
    }

    private String content() {
        return "message " + messages;
    }

    private int anyMessage() {
        return random.nextInt(messages);
    }

    private Role anyRole() {
        List<Role> all = List.of(Role.values());
        return all.get(random.nextInt(all.size()));
    }

    private static Function<TwinWorld, ApiResponse> readingUpTo(int message, Role peer) {
        return world -> world.readUpTo(Role.SENDER, peer, message);
    }

    /** The recipient erases the account. */
    void eraseReceiver() {
        worlds.both(TwinWorld::eraseReceiver);
    }

    /** The sender requests what changes most, one message, and one random detail. */
    void compare() {
        int message = anyMessage();
        int limit = 1 + random.nextInt(5);
        int detail = random.nextInt(SenderView.DETAILS);
        worlds.compare(view -> {
            List<String> paths = new ArrayList<>(view.summaries());
            paths.add(view.report(message));
            paths.add(view.details(message, limit).get(detail));
            return paths;
        });
    }

    /** The sender sends all read-only requests, once all activities are in the log store. */
    void compareAll() {
        int message = anyMessage();
        worlds.compare(view -> {
            List<String> paths = new ArrayList<>(view.summaries());
            IntStream.range(0, messages).mapToObj(view::report).forEach(paths::add);
            paths.addAll(view.details(message, 3));
            paths.add(view.allEvents());
            paths.add(view.activity());
            return paths;
        });
    }
}
