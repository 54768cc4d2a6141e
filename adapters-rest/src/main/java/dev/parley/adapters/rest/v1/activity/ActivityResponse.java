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
 * Something that the caller did, or that somebody did who had their name and perhaps their password.
 *
 * @param sessionId from which it was done; null for what takes no session, or where none is known
 * @param subject name of whom it concerns, where that is another
 * @param details what else is known, by name
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
