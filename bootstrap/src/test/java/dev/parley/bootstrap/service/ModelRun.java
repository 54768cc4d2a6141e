package dev.parley.bootstrap.service;

import dev.parley.bootstrap.service.model.Json;
import dev.parley.bootstrap.service.model.Model;
import dev.parley.bootstrap.service.model.ModelMessages;
import dev.parley.bootstrap.service.model.ModelPages;
import dev.parley.bootstrap.service.model.ModelResponses;
import dev.parley.bootstrap.service.model.ModelSession;
import dev.parley.bootstrap.service.model.ModelUser;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Random;

/** A run of the service and the model side by side: their state, the commands so far, and the random source. */
final class ModelRun {

    private static final int SHOWN = 25;

    private final Random random;
    private final Api anonymous;
    private final Model model = new Model();
    private final Map<ModelUser, PollingDevice> followings = new HashMap<>();
    private String asked = "";
    private Optional<Interaction> latest = Optional.empty();
    private final List<String> done = new ArrayList<>();

    ModelRun(Random random, Api anonymous) {
        this.random = random;
        this.anonymous = anonymous;
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

    ModelResponses answers() {
        return new ModelResponses(model);
    }

    /** An anonymous client. */
    Api anonymous() {
        return anonymous;
    }

    Device at(ModelUser user, ModelSession session) {
        return new Device(user, session, anonymous.with(session.token()));
    }

    /** The users that have an account. */
    List<ModelUser> present() {
        return model.users().stream().filter(user -> !user.isErased()).toList();
    }

    /** A random user at one of their devices. */
    Device randomDevice() {
        return deviceOf(present().get(randomBelow(present().size())));
    }

    /** A random device of the user. */
    Device deviceOf(ModelUser user) {
        return at(user, oneOf(user.sessions()));
    }

    /** A random other user: now and then oneself, possibly erased. */
    ModelUser peerOf(ModelUser user) {
        List<ModelUser> others =
                model.users().stream().filter(other -> other != user).toList();
        return random.nextInt(8) == 0 ? user : others.get(randomBelow(others.size()));
    }

    /** A random number below the bound. Lower numbers are more likely, so that some users talk more than others. */
    private int randomBelow(int bound) {
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
        ApiResponse answer = anonymous.post("/user/register/", Api.credentials(name, Api.PASSWORD));
        ResponseAssertions.json(201, Json.object("username", name), answer);
        ModelUser user = model.signUp(name, Api.PASSWORD);
        Device home = at(user, logIn(user, Optional.of("home")));
        String cursor = home.get("/v1/conversations").json().get("event_cursor").asText();
        followings.put(user, new PollingDevice(cursor));
        return user;
    }

    PollingDevice following(ModelUser user) {
        return Optional.ofNullable(followings.get(user)).orElseThrow();
    }

    ModelSession logIn(ModelUser user, Optional<String> device) {
        ApiResponse answer = anonymous.post(
                "/v1/sessions",
                Json.object("username", user.name(), "password", user.password(), "device_name", device)
                        .toString());
        ModelSession session = model.logIn(user, device);
        ResponseAssertions.json(201, session.opened(), answer);
        return session;
    }

    void expectClosed(ModelUser user, ModelSession session) {
        ResponseAssertions.problem(401, "invalid_token", at(user, session).get("/v1/unread"));
    }

    ModelPages pagesOf(ModelUser viewer, ModelUser peer) {
        return new ModelPages(
                model.messages().visible(viewer, peer), anonymous.base() + "/message/" + peer.name() + "/");
    }

    /** Records the command that follows. */
    void recordCommand(ModelUser actor, ModelUser peer, String words) {
        done.add(actor + " to " + peer + ": " + words);
        latest = Optional.of(new Interaction(actor, peer));
    }

    /** The users of the latest command. */
    Interaction latest() {
        return latest.orElseThrow();
    }

    /** Records the response that is about to be checked. */
    void compares(ModelCheck question) {
        asked = question.device() + " asks for " + question.path();
    }

    /** The latest commands and requests. */
    String story() {
        List<String> latestDone = done.subList(Math.max(0, done.size() - SHOWN), done.size());
        return "\n" + String.join("\n", latestDone) + "\n" + asked + "\n";
    }
}
