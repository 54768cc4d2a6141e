package dev.parley.bootstrap.service.fuzz;

import dev.parley.adapters.rest.testkit.openapi.ApiDocument;
import java.util.List;
import java.util.Locale;

/** Creates requests one after the other, and checks the responses. */
final class Fuzzer {

    private static final List<String> ADMIN_PATHS = List.of(
            "/healthcheck",
            "/ready",
            "/live",
            "/started",
            "/prometheus",
            "/metrics",
            "/ping",
            "/threads",
            "/tasks",
            "/",
            "/x");

    private static final int MOST_FAILURES = 10;

    private final FuzzConnection wire;
    private final FuzzConnection admin;
    private final FuzzRandom chance;
    private final FuzzUsers cast;
    private final LearnedValues learned = new LearnedValues();
    private final ValidRequests good;
    private final Findings findings;

    /** @param names existing user names, including those of this cast */
    Fuzzer(
            FuzzConnection wire,
            FuzzConnection admin,
            FuzzRandom chance,
            FuzzUsers cast,
            List<String> names,
            ApiDocument document,
            Findings findings) {
        this.wire = wire;
        this.admin = admin;
        this.chance = chance;
        this.cast = cast;
        this.good = new ValidRequests(document, names, learned);
        this.findings = findings;
    }

    /** Ends early when there are enough findings. */
    void play(int requests) {
        for (int i = 0; i < requests && findings.count() < MOST_FAILURES; i++) {
            if (chance.oneIn(60)) {
                playAdmin();
            } else {
                playApplication();
            }
        }
    }

    private void playApplication() {
        RequestDraft draft = mutated(good.some(cast.some(chance), chance), chance.pick(0, 0, 0, 1, 1, 1, 1, 2, 3));
        if (draft.method().equals("DELETE") && draft.target().matches("/v1/me(\\?.*)?") && !chance.oneIn(10)) {
            return; // replacing an erased user takes longer than all other requests
        }
        Outcome outcome = exchange(wire, draft);
        if (outcome instanceof Outcome.Answered(List<RawResponse> answers)) {
            answers.forEach(answer -> ResponseChecks.flaw(draft, answer)
                    .ifPresent(flaw -> findings.add(flaw, draft, answer, wire.port())));
            learn(draft, answers.getFirst());
        }
    }

    private void learn(RequestDraft draft, RawResponse answer) {
        if (answer.status() == 401 && answer.body().matches(".*(Invalid token\\.|invalid_token).*")) {
            cast.refused(draft);
        }
        if (answer.status() < 300
                && answer.isJson()
                && !answer.body().isEmpty()
                && !draft.target().contains("openapi")) {
            learned.from(answer);
        }
    }

    /** Only operators reach the admin port, so the checks are limited to a response without a server error. */
    private void playAdmin() {
        RequestDraft draft = mutated(RequestDraft.of("GET", chance.pick(ADMIN_PATHS)), chance.below(3));
        if (draft.target().toLowerCase(Locale.ROOT).contains("tasks")
                && !draft.method().equals("GET")) {
            return; // their purpose is an effect
        }
        if (exchange(admin, draft) instanceof Outcome.Answered(List<RawResponse> answers)) {
            answers.stream()
                    .filter(answer -> answer.status() >= 500)
                    .forEach(answer -> findings.add("the status is " + answer.status(), draft, answer, admin.port()));
        }
    }

    private RequestDraft mutated(RequestDraft draft, int times) {
        RequestDraft mutated = draft;
        for (int i = 0; i < times; i++) {
            mutated = Mutation.any(chance).of(mutated, chance);
        }
        return mutated;
    }

    private Outcome exchange(FuzzConnection to, RequestDraft draft) {
        try {
            Outcome outcome = to.exchange(draft);
            findings.count(outcome);
            return outcome;
        } catch (AssertionError | RuntimeException e) {
            to.close();
            findings.add(e.toString(), draft, to.port());
            return new Outcome.Closed();
        }
    }
}
