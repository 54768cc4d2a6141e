package dev.parley.domain.conversation;

import dev.parley.domain.user.UserId;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.Predicate;

/** What a conversation should come to, told the slow way: every message knows whether it is visible and when it was read. */
final class NaiveTalk {

    private final List<Note> notes = new ArrayList<>();
    private final Set<UserId> blockers = new HashSet<>();
    private final Map<UserId, Long> readUpTo = new HashMap<>();

    /** Whether it is held. */
    boolean send(UserId sender, UserId receiver, Instant at) {
        boolean held = blockers.contains(receiver);
        notes.add(new Note(notes.size() + 1L, sender, receiver, at, held, Optional.empty()));
        return held;
    }

    /** Marks what the reader can see up to there and has not read; whether there was any. */
    boolean read(UserId reader, long upTo, Instant at) {
        Predicate<Note> covered = isUnreadBy(reader).and(note -> !note.held() && note.place() <= upTo);
        List<Note> read = notes.stream().filter(covered).toList();
        if (read.isEmpty()) {
            return false;
        }
        notes.replaceAll(note -> covered.test(note) ? note.with(Optional.of(at)) : note);
        readUpTo.put(reader, read.getLast().place());
        return true;
    }

    void block(UserId blocker) {
        blockers.add(blocker);
    }

    /** The places of what the blocker can see from now on. */
    List<Long> unblock(UserId blocker) {
        blockers.remove(blocker);
        List<Long> places =
                notes.stream().filter(isHeldFrom(blocker)).map(Note::place).toList();
        notes.replaceAll(note -> isHeldFrom(blocker).test(note) ? note.letThrough() : note);
        return places;
    }

    long unreadBy(UserId reader) {
        return notes.stream().filter(isUnreadBy(reader)).count();
    }

    long heldFrom(UserId receiver) {
        return notes.stream().filter(isHeldFrom(receiver)).count();
    }

    long firstHeldFrom(UserId receiver) {
        return notes.stream()
                .filter(isHeldFrom(receiver))
                .map(Note::place)
                .findFirst()
                .orElse(0L);
    }

    long visible() {
        return notes.stream().filter(note -> !note.held()).count();
    }

    long shownToBeyond(UserId receiver, long place) {
        return notes.stream()
                .filter(note -> note.receiver().equals(receiver) && note.isShownTo(receiver) && note.place() > place)
                .count();
    }

    long readUpTo(UserId reader) {
        return readUpTo.getOrDefault(reader, 0L);
    }

    NewestVisible newestVisibleTo(UserId viewer) {
        return notes.reversed().stream()
                .filter(note -> note.isShownTo(viewer))
                .map(note -> new NewestVisible(note.place(), note.sentAt()))
                .findFirst()
                .orElse(NewestVisible.NOTHING);
    }

    List<Optional<Instant>> readTimes() {
        return notes.stream().map(Note::readAt).toList();
    }

    private static Predicate<Note> isUnreadBy(UserId reader) {
        return note -> note.receiver().equals(reader)
                && note.isShownTo(reader)
                && note.readAt().isEmpty();
    }

    private static Predicate<Note> isHeldFrom(UserId receiver) {
        return note -> note.receiver().equals(receiver) && note.held();
    }

    private record Note(
            long place, UserId sender, UserId receiver, Instant sentAt, boolean held, Optional<Instant> readAt) {

        boolean isShownTo(UserId viewer) {
            return sender.equals(viewer) || !held;
        }

        Note with(Optional<Instant> reading) {
            return new Note(place, sender, receiver, sentAt, held, reading);
        }

        Note letThrough() {
            return new Note(place, sender, receiver, sentAt, false, readAt);
        }
    }
}
