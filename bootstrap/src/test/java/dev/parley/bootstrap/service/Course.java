package dev.parley.bootstrap.service;

import dev.parley.bootstrap.service.model.Json;
import dev.parley.bootstrap.service.model.Model;
import dev.parley.bootstrap.service.model.ModelAnswers;
import dev.parley.bootstrap.service.model.ModelMessages;
import dev.parley.bootstrap.service.model.ModelPages;
import dev.parley.bootstrap.service.model.ModelSession;
import dev.parley.bootstrap.service.model.ModelUser;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Random;

/** The service and the model beside each other, what has been done to both so far, and chance. */
final class Course {

    private static final int SHOWN = 25;

    private final Random random;
    private final Api nobody;
    private final Model model = new Model();
    private final Map<ModelUser, Following> followings = new HashMap<>();
    private String asked = "";
    private Optional<Meeting> latest = Optional.empty();
    private final List<String> done = new ArrayList<>();

    Course(Random random, Api nobody) {
        this.random = random;
        this.nobody = nobody;
    }

    Random random() {
        return random;
    }

    Model model() {
        return model;
    }

    ModelMessages messages() {
        return model.messages();
    }

    ModelAnswers answers() {
        return new ModelAnswers(model);
    }

    /** Somebody without a token. */
    Api nobody() {
        return nobody;
    }

    Device at(ModelUser user, ModelSession session) {
        return new Device(user, session, nobody.with(session.token()));
    }

    /** Who has an account now. */
    List<ModelUser> present() {
        return model.users().stream().filter(user -> !user.isErased()).toList();
    }

    /** Somebody at one of their devices. */
    Device somebody() {
        return deviceOf(present().get(rather(present().size())));
    }

    /** One of the user's. */
    Device deviceOf(ModelUser user) {
        return at(user, oneOf(user.sessions()));
    }

    /** Somebody to have to do with: now and then oneself, and perhaps erased. */
    ModelUser peerOf(ModelUser user) {
        List<ModelUser> others =
                model.users().stream().filter(other -> other != user).toList();
        return random.nextInt(8) == 0 ? user : others.get(rather(others.size()));
    }

    /** A number below the bound, a lower one more probably than a higher one: some talk more than others. */
    private int rather(int bound) {
        int one = random.nextInt(bound);
        int other = random.nextInt(bound);
        return Math.min(one, other);
    }

    <T> T oneOf(List<T> candidates) {
        return candidates.get(random.nextInt(candidates.size()));
    }

    boolean oneIn(int cases) {
        return random.nextInt(cases) == 0;
    }

    ModelUser signUp(String name) {
        Answer answer = nobody.post("/user/register/", Api.credentials(name, Api.PASSWORD));
        Expect.json(201, Json.object("username", name), answer);
        ModelUser user = model.signUp(name, Api.PASSWORD);
        Device home = at(user, logIn(user, Optional.of("home")));
        String cursor = home.get("/v1/conversations").json().get("event_cursor").asText();
        followings.put(user, new Following(cursor));
        return user;
    }

    Following following(ModelUser user) {
        return Optional.ofNullable(followings.get(user)).orElseThrow();
    }

    ModelSession logIn(ModelUser user, Optional<String> device) {
        Answer answer = nobody.post(
                "/v1/sessions",
                Json.object("username", user.name(), "password", user.password(), "device_name", device)
                        .toString());
        ModelSession session = model.logIn(user, device);
        Expect.json(201, session.opened(), answer);
        return session;
    }

    void expectClosed(ModelUser user, ModelSession session) {
        Expect.problem(401, "invalid_token", at(user, session).get("/v1/unread"));
    }

    ModelPages pagesOf(ModelUser viewer, ModelUser peer) {
        return new ModelPages(model.messages().visible(viewer, peer), nobody.base() + "/message/" + peer.name() + "/");
    }

    /** Takes note of what is about to be done. */
    void say(ModelUser actor, ModelUser peer, String words) {
        done.add(actor + " to " + peer + ": " + words);
        latest = Optional.of(new Meeting(actor, peer));
    }

    /** Whom the latest command concerned. */
    Meeting latest() {
        return latest.orElseThrow();
    }

    /** Takes note of the answer that is about to be looked at. */
    void compares(Question question) {
        asked = question.device() + " asks for " + question.path();
    }

    /** The latest of what was done, and what was asked then. */
    String story() {
        List<String> latestDone = done.subList(Math.max(0, done.size() - SHOWN), done.size());
        return "\n" + String.join("\n", latestDone) + "\n" + asked + "\n";
    }
}
