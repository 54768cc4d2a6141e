package dev.parley.domain.activity;

import dev.parley.domain.conversation.Message;
import dev.parley.domain.shared.Origin;
import dev.parley.domain.shared.SessionId;
import dev.parley.domain.shared.Text;
import dev.parley.domain.user.UserId;
import dev.parley.domain.user.Username;
import java.time.Instant;
import java.util.Collection;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/**
 * An action of a user, for the activity log.
 *
 * @param actor the user who acted; empty for a login attempt with an unknown name
 * @param subject the other user that the action concerns, if any
 * @param origin where the request came from
 * @param details further facts by name; never a password, a token or the content of a message
 */
public record Activity(
        ActivityType type,
        Optional<UserId> actor,
        Optional<UserId> subject,
        Instant at,
        Origin origin,
        Map<String, String> details) {

    /** In {@link #details()} of an {@link ActivityType#INVALID_LOGIN} without an actor: the name that was tried. */
    public static final String ATTEMPTED_USERNAME = "attempted_username";

    /** In {@link #details()} of a {@link ActivityType#MESSAGE_SEND}. */
    public static final String MESSAGE_ID = "message_id";

    /** In {@link #details()} of a {@link ActivityType#SESSION_REVOKED}: the ids of the sessions, separated by commas. */
    public static final String SESSION_IDS = "session_ids";

    public Activity {
        details = Map.copyOf(details);
    }

    /** The actor and the subject, where present. */
    public Set<UserId> people() {
        return Stream.of(actor, subject).flatMap(Optional::stream).collect(Collectors.toUnmodifiableSet());
    }

    /** An activity that concerns only its actor. */
    public static Activity by(UserId actor, ActivityType type, Instant at, Origin origin) {
        return new Activity(type, Optional.of(actor), Optional.empty(), at, origin, Map.of());
    }

    /** An activity of one user that concerns another. */
    public static Activity between(UserId actor, UserId subject, ActivityType type, Instant at, Origin origin) {
        return new Activity(type, Optional.of(actor), Optional.of(subject), at, origin, Map.of());
    }

    /** A user ended sessions other than by a log-out. */
    public static Activity revoking(UserId actor, Collection<SessionId> sessions, Instant at, Origin origin) {
        String ids = sessions.stream().map(id -> Long.toString(id.value())).collect(Collectors.joining(","));
        return new Activity(
                ActivityType.SESSION_REVOKED,
                Optional.of(actor),
                Optional.empty(),
                at,
                origin,
                Map.of(SESSION_IDS, ids));
    }

    /** A login attempt with an unknown name. The typed text may be anything, even a password, so it is cut short. */
    public static Activity loginOfUnknownUser(String attempted, Instant at, Origin origin) {
        String name = Text.storable(attempted, Username.MAX_LENGTH);
        return new Activity(
                ActivityType.INVALID_LOGIN,
                Optional.empty(),
                Optional.empty(),
                at,
                origin,
                Map.of(ATTEMPTED_USERNAME, name));
    }

    public static Activity sending(Message message, Origin origin) {
        return new Activity(
                ActivityType.MESSAGE_SEND,
                Optional.of(message.sender()),
                Optional.of(message.receiver()),
                message.sentAt(),
                origin,
                Map.of(MESSAGE_ID, Long.toString(message.id().value())));
    }
}
