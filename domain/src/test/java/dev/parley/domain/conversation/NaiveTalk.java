package dev.parley.domain.conversation;

import dev.parley.domain.user.UserId;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.Predicate;
import java.util.function.UnaryOperator;

/** What a conversation should come to, told the slow way: every message knows whether it is visible and when it was read. */
final class NaiveTalk {

    private final List<Note> notes = new ArrayList<>();

    void send(UserId receiver, boolean held) {
        notes.add(new Note(receiver, held, Optional.empty()));
    }

    /** Marks what the reader can see and has not read; how many that were. */
    long read(UserId reader, Instant at) {
        return change(isUnreadBy(reader), note -> new Note(note.receiver(), false, Optional.of(at)));
    }

    long release(UserId receiver) {
        return change(isHeldFrom(receiver), note -> new Note(receiver, false, Optional.empty()));
    }

    private long change(Predicate<Note> concerned, UnaryOperator<Note> change) {
        long count = notes.stream().filter(concerned).count();
        notes.replaceAll(note -> concerned.test(note) ? change.apply(note) : note);
        return count;
    }

    long unreadBy(UserId reader) {
        return notes.stream().filter(isUnreadBy(reader)).count();
    }

    long heldFrom(UserId receiver) {
        return notes.stream().filter(isHeldFrom(receiver)).count();
    }

    long visible() {
        return notes.stream().filter(note -> !note.held()).count();
    }

    List<Optional<Instant>> readTimes() {
        return notes.stream().map(Note::readAt).toList();
    }

    private static Predicate<Note> isUnreadBy(UserId reader) {
        return note ->
                note.receiver().equals(reader) && !note.held() && note.readAt().isEmpty();
    }

    private static Predicate<Note> isHeldFrom(UserId receiver) {
        return note -> note.receiver().equals(receiver) && note.held();
    }

    private record Note(UserId receiver, boolean held, Optional<Instant> readAt) {}
}
