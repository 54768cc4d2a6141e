package dev.parley.application.testkit.contract;

import dev.parley.domain.activity.Activity;
import dev.parley.domain.activity.ActivityId;
import dev.parley.domain.activity.ActivityType;
import dev.parley.domain.activity.RecordedActivity;
import dev.parley.domain.shared.Origin;
import dev.parley.domain.shared.SessionId;
import dev.parley.domain.user.UserId;
import java.time.Instant;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import java.util.stream.IntStream;
import java.util.stream.Stream;

/** Activities of every kind. */
final class Activities {

    private static final Instant AT = Instant.parse("2026-11-22T10:15:30.123456Z");

    private Activities() {}

    /** One of each type, then unusual ones. */
    static List<Activity> ofEveryShape(UserId actor, UserId subject) {
        Origin longest = new Origin(
                Optional.of("f".repeat(Origin.MAX_ADDRESS)),
                Optional.of(UnusualText.astral(Origin.MAX_USER_AGENT)),
                Optional.of(new SessionId(Long.MAX_VALUE)));
        Stream<Activity> unusual = Stream.of(
                new Activity(
                        ActivityType.INVALID_LOGIN,
                        Optional.empty(),
                        Optional.empty(),
                        AT,
                        Origin.operator(),
                        Map.of()),
                new Activity(
                        ActivityType.BLOCK,
                        Optional.of(actor),
                        Optional.of(actor),
                        AT.plusNanos(1000),
                        longest,
                        Map.of("one", "1", "two", "", "", "three")),
                Activity.loginOfUnknownUser("nobody\0\uD800 here", AT, Origin.operator()));
        return Stream.of(
                        Arrays.stream(ActivityType.values())
                                .map(type -> Activity.between(actor, subject, type, AT, Origin.operator())),
                        UnusualText.all().stream().map(text -> withText(actor, text)),
                        unusual)
                .flatMap(activities -> activities)
                .toList();
    }

    private static Activity withText(UserId actor, String text) {
        Origin origin = new Origin(Optional.empty(), Optional.of(text), Optional.empty());
        return new Activity(ActivityType.SIGN_UP, Optional.of(actor), Optional.empty(), AT, origin, Map.of(text, text));
    }

    static Activity by(long actor, ActivityType type) {
        return Activity.by(new UserId(actor), type, AT, Origin.operator());
    }

    static RecordedActivity entry(long id, Activity activity) {
        return new RecordedActivity(new ActivityId(new UUID(0x1234_5678_9abc_4defL, id)), activity);
    }

    static RecordedActivity entry(long id) {
        return entry(id, by(1, ActivityType.SIGN_UP));
    }

    /** Entries with ids from {@code first} on. */
    static List<RecordedActivity> entries(int first, int count) {
        return IntStream.range(first, first + count).mapToObj(id -> entry(id)).toList();
    }
}
