package dev.parley.bootstrap.service;

import dev.parley.bootstrap.service.model.Json;
import dev.parley.bootstrap.service.model.ModelSession;
import dev.parley.bootstrap.service.model.ModelUser;
import java.util.List;
import java.util.Optional;

/** Opens and ends sessions in every possible way, but never the last session of a user. */
final class SessionCommands {

    private final ModelRun course;

    SessionCommands(ModelRun course) {
        this.course = course;
    }

    void take() {
        Device device = course.randomDevice();
        switch (course.random().nextInt(12)) {
            case 0, 1, 2, 3 -> logIn(device.user());
            case 4, 5 -> logInByLegacyApi(device.user());
            case 6 -> revoke(device, course.oneOf(device.user().sessions()));
            case 7 -> revokeForeign(device, course.randomDevice());
            case 8 -> revokeOthers(device);
            case 9 -> logOut(device);
            case 10 -> changePassword(device);
            default -> useWrongPassword(device);
        }
    }

    private void logIn(ModelUser user) {
        course.recordCommand(user, user, "logs in");
        course.logIn(user, course.oneOf(List.of(Optional.empty(), Optional.of("phone"))));
    }

    private void logInByLegacyApi(ModelUser user) {
        course.recordCommand(user, user, "logs in to the legacy API");
        ApiResponse answer = course.anonymous().post("/user/login/", Api.credentials(user.name(), user.password()));
        ModelSession session = course.model().logIn(user, Optional.empty());
        ResponseAssertions.json(200, session.openedByLegacyApi(), answer);
        Device device = course.at(user, session);
        ResponseAssertions.json(200, course.answers().me(user, session), device.get("/v1/me"));
    }

    private void revoke(Device device, ModelSession session) {
        if (device.user().sessions().size() > 1) {
            course.recordCommand(device.user(), device.user(), "revokes a session");
            ResponseAssertions.nothing(
                    204, device.delete("/v1/sessions/" + session.id().value()));
            ended(device.user(), List.of(session));
        }
    }

    private void revokeForeign(Device device, Device other) {
        if (device.user() != other.user()) {
            course.recordCommand(device.user(), other.user(), "revokes a session");
            ApiResponse answer =
                    device.delete("/v1/sessions/" + other.session().id().value());
            ResponseAssertions.problem(404, "session_not_found", answer);
        }
    }

    private void revokeOthers(Device device) {
        course.recordCommand(device.user(), device.user(), "revokes all other sessions");
        ResponseAssertions.nothing(204, device.delete("/v1/sessions?except=current"));
        ended(device.user(), othersOf(device));
    }

    private void logOut(Device device) {
        if (device.user().sessions().size() > 1) {
            course.recordCommand(device.user(), device.user(), "logs out");
            ApiResponse answer = course.oneIn(2)
                    ? device.post("/user/logout/", Json.object())
                    : device.delete("/v1/sessions/current");
            ResponseAssertions.nothing(204, answer);
            ended(device.user(), List.of(device.session()));
        }
    }

    private void changePassword(Device device) {
        course.recordCommand(device.user(), device.user(), "changes the password");
        String chosen = "another " + device.user().password();
        ResponseAssertions.nothing(
                204,
                device.post(
                        "/v1/me/password", Json.object("current", device.user().password(), "new", chosen)));
        device.user().choose(chosen);
        ended(device.user(), othersOf(device));
    }

    private void useWrongPassword(Device device) {
        course.recordCommand(device.user(), device.user(), "uses a wrong password");
        String wrong = "not " + device.user().password();
        ResponseAssertions.problem(
                403, "wrong_password", device.post("/v1/me/password", Json.object("current", wrong, "new", wrong)));
        ApiResponse login = course.anonymous()
                .post("/v1/sessions", Api.credentials(device.user().name(), wrong));
        ResponseAssertions.problem(401, "invalid_credentials", login);
    }

    private static List<ModelSession> othersOf(Device device) {
        return device.user().sessions().stream()
                .filter(session -> session != device.session())
                .toList();
    }

    private void ended(ModelUser user, List<ModelSession> sessions) {
        course.model().end(user, sessions);
        sessions.forEach(session -> course.expectClosed(user, session));
    }
}
