package dev.parley.adapters.rest.v1.activity;

import dev.parley.adapters.rest.v1.json.V1Body;
import dev.parley.application.port.in.activity.ActivityQueries.Line;
import dev.parley.domain.activity.Activity;
import dev.parley.domain.shared.Origin;
import dev.parley.domain.user.Username;
import java.time.Instant;
import java.util.Map;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;

/**
 * An activity of the caller, or of a client that used the caller's name, such as a failed login.
 *
 * @param sessionId null if the activity needed no session or none is known
 * @param subject the name of the other user that it concerns; null if there is none
 * @param details further details by name
 */
record ActivityResponse(
        String type,
        Instant at,
        @Nullable String address,
        @Nullable String userAgent,
        @Nullable String sessionId,
        @Nullable String subject,
        Map<String, String> details)
        implements V1Body {

    static ActivityResponse of(Line line) {
        Activity activity = line.activity();
        Origin origin = activity.origin();
        return new ActivityResponse(
                activity.type().name(),
                activity.at(),
                origin.address().orElse(null),
                origin.userAgent().orElse(null),
                origin.session().map(session -> Long.toString(session.value())).orElse(null),
                line.subject().map(Username::value).orElse(null),
                new TreeMap<>(activity.details()));
    }
}
