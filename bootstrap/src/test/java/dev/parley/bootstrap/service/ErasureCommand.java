package dev.parley.bootstrap.service;

import static org.awaitility.Awaitility.await;

import dev.parley.bootstrap.service.model.ModelSession;
import java.time.Duration;
import java.util.List;

/** A user erases their account; another user fails to register the name and takes another one. */
final class ErasureCommand {

    private final ModelRun course;
    private final ModelComparison agreement;
    private final DatabaseRows rows;

    ErasureCommand(ModelRun course, ModelComparison agreement, DatabaseRows rows) {
        this.course = course;
        this.agreement = agreement;
        this.rows = rows;
    }

    void take() {
        Device device = course.randomDevice();
        String name = device.user().name();
        List<ModelSession> sessions = List.copyOf(device.user().sessions());
        new SendingCommands(course).inClassic(device, device.user(), "which tells my id");
        course.recordCommand(device.user(), device.user(), "erases the account");
        ResponseAssertions.nothing(204, device.delete("/v1/me"));
        sessions.forEach(session -> course.expectClosed(device.user(), session));
        course.model().erase(device.user());
        agreement.checkHistories();
        await().atMost(Duration.ofSeconds(20))
                .pollInterval(Duration.ofMillis(50))
                .until(() -> rows.number("SELECT count(*) FROM erasure") == 0);
        ResponseAssertions.refusal(
                400, course.anonymous().post("/user/register/", Api.credentials(name, Api.PASSWORD)));
        course.signUp(name + ".next");
    }
}
