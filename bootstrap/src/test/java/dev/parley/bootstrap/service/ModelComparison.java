package dev.parley.bootstrap.service;

import dev.parley.bootstrap.service.model.ModelHistory;
import dev.parley.bootstrap.service.model.ModelMessage;
import dev.parley.bootstrap.service.model.ModelUser;
import java.util.List;
import java.util.concurrent.Callable;
import java.util.stream.Stream;

/** Sends all read-only requests to the service, and compares the responses with those of the model. */
final class ModelComparison {

    private static final int REPORTS = 10;

    private final ModelRun course;
    private final ConcurrentRequests asking;

    ModelComparison(ModelRun course, ConcurrentRequests asking) {
        this.course = course;
        this.asking = asking;
    }

    /**
     * Checks what the latest command may have changed for its two users, the events of all users, and one random
     * request.
     */
    void check() {
        Interaction meeting = course.latest();
        compare(Stream.of(
                course.present().stream().map(this::events),
                meeting.present().stream().flatMap(this::summaries),
                meeting.present().stream().map(user -> history(user, meeting.peerOf(user))),
                Stream.of(message(), report(), anything(course.oneOf(course.present())))));
    }

    /** Checks every request of every user. */
    void checkAll() {
        compare(Stream.of(
                course.present().stream().map(this::events),
                course.present().stream().flatMap(this::summaries),
                course.present().stream().flatMap(this::lists),
                course.present().stream().flatMap(this::histories),
                Stream.generate(this::report).limit(REPORTS)));
    }

    /** Checks all messages of every user. */
    void checkHistories() {
        compare(Stream.of(course.present().stream().flatMap(this::histories)));
    }

    private void compare(Stream<Stream<ModelCheck>> all) {
        List<ModelCheck> questions = all.flatMap(some -> some).toList();
        List<ApiResponse> answers = asking.all(questions.stream()
                .<Callable<ApiResponse>>map(question -> question::ask)
                .toList());
        for (int i = 0; i < answers.size(); i++) {
            course.compares(questions.get(i));
            questions.get(i).check().accept(answers.get(i));
        }
    }

    private ModelCheck events(ModelUser user) {
        PollingDevice following = course.following(user);
        return new ModelCheck(course.deviceOf(user), following.path(), answer -> {
            ResponseAssertions.json(200, course.answers().events(user, following.seen()), answer);
            following.took(answer.json());
        });
    }

    private Stream<ModelCheck> summaries(ModelUser user) {
        Device device = course.deviceOf(user);
        PollingDevice following = course.following(user); // asked first, so that it covers the same events
        return Stream.of(
                ModelCheck.json(
                        device, "/v1/conversations", () -> course.answers().inbox(user, following.cursor())),
                ModelCheck.json(device, "/v1/unread", () -> course.answers().unread(user)));
    }

    private Stream<ModelCheck> histories(ModelUser viewer) {
        return course.model().users().stream().map(peer -> history(viewer, peer));
    }

    private ModelCheck history(ModelUser viewer, ModelUser peer) {
        return ModelCheck.json(
                course.deviceOf(viewer),
                "/v1/conversations/" + peer.name() + "/messages?limit=200",
                () -> new ModelHistory(course.messages().shown(viewer, peer)).newest(200));
    }

    private ModelCheck anything(ModelUser user) {
        ModelUser peer = course.peerOf(user);
        return course.oneOf(Stream.of(lists(user), histories(user), Stream.of(page(user, peer)))
                .flatMap(some -> some)
                .toList());
    }

    private Stream<ModelCheck> lists(ModelUser user) {
        Device device = course.deviceOf(user);
        return Stream.of(
                ModelCheck.json(device, "/v1/sessions", () -> course.answers().sessions(user, device.session())),
                ModelCheck.json(device, "/v1/blocks", () -> course.answers().blocks(user)));
    }

    /** A random message, for a random user. */
    private ModelCheck message() {
        ModelUser viewer = course.oneOf(course.present());
        ModelMessage message = course.oneOf(course.messages().all());
        return ModelCheck.ofMessage(
                course.deviceOf(viewer),
                "/v1/messages/" + message.id().value(),
                () -> course.answers().message(viewer, message));
    }

    /** The delivery report of a random message, for a random user. */
    private ModelCheck report() {
        ModelUser viewer = course.oneOf(course.present());
        ModelMessage message = course.oneOf(course.messages().all());
        return ModelCheck.ofMessage(
                course.deviceOf(viewer),
                "/v1/messages/" + message.id().value() + "/receipts",
                () -> course.answers().report(viewer, message));
    }

    /**
     * Opening a conversation in the legacy API marks messages as read, so this is done only where there is nothing to
     * read.
     */
    private ModelCheck page(ModelUser viewer, ModelUser peer) {
        boolean isFree =
                !peer.isErased() && course.messages().unread(viewer, peer).isEmpty();
        return isFree
                ? ModelCheck.json(
                        course.deviceOf(viewer),
                        "/message/" + peer.name() + "/",
                        () -> course.pagesOf(viewer, peer).page(1))
                : history(viewer, peer);
    }
}
