package dev.parley.bootstrap.service.fuzz;

import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.atomic.LongAdder;

/** Counts responses and collects errors. Thread-safe. */
final class Findings {

    private static final int SHOWN = 1500;

    private final List<String> failures = new CopyOnWriteArrayList<>();
    private final Map<String, LongAdder> outcomes = new ConcurrentHashMap<>();

    void count(Outcome outcome) {
        switch (outcome) {
            case Outcome.Answered(List<RawResponse> answers) ->
                answers.forEach(answer -> count(Integer.toString(answer.status())));
            case Outcome.Closed() -> count("closed");
            case Outcome.Waiting() -> count("waiting");
        }
    }

    private void count(String kind) {
        outcomes.computeIfAbsent(kind, any -> new LongAdder()).increment();
    }

    void add(String flaw, RequestDraft draft, RawResponse answer, int port) {
        String body = answer.body();
        String shown = body.substring(0, Math.min(SHOWN, body.length()));
        failures.add("%s%n  to %s%n  %d %s%n  %s"
                .formatted(flaw, Replay.of(draft, port), answer.status(), answer.headers(), shown));
    }

    void add(String flaw, RequestDraft draft, int port) {
        failures.add("%s%n  to %s".formatted(flaw, Replay.of(draft, port)));
    }

    void add(String flaw) {
        failures.add(flaw);
    }

    int count() {
        return failures.size();
    }

    List<String> failures() {
        return List.copyOf(failures);
    }

    /** The number of responses by status. */
    @Override
    public String toString() {
        return new TreeMap<>(outcomes).toString();
    }
}
