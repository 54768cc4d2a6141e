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
 * Something that a user did.
 *
 * @param actor who did it; empty when somebody tried to log in under a name that nobody has
 * @param subject whom it concerns, where that is another
 * @param origin where the request came from
 * @param details what else is worth knowing, by name; never a password, a token or the content of a message
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

    /** In {@link #details()} of a {@link ActivityType#SESSION_REVOKED}: the ids of the sessions, with commas between. */
    public static final String SESSION_IDS = "session_ids";

    public Activity {
        details = Map.copyOf(details);
    }

    /** Actor and subject, as far as there are any. */
    public Set<UserId> people() {
        return Stream.of(actor, subject).flatMap(Optional::stream).collect(Collectors.toUnmodifiableSet());
    }

    /** An activity of a user that concerns nobody else. */
    public static Activity by(UserId actor, ActivityType type, Instant at, Origin origin) {
        return new Activity(type, Optional.of(actor), Optional.empty(), at, origin, Map.of());
    }

    /** An activity of one user that concerns another. */
    public static Activity between(UserId actor, UserId subject, ActivityType type, Instant at, Origin origin) {
        return new Activity(type, Optional.of(actor), Optional.of(subject), at, origin, Map.of());
    }

    /** The ending of sessions by their user, other than a log-out. */
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

    /** A login under a name that nobody has. What was typed may be anything, a password too, so it is kept short. */
    public static Activity loginOfNobody(String attempted, Instant at, Origin origin) {
        String name = Text.storable(attempted, Username.MAX_LENGTH);
        return new Activity(
                ActivityType.INVALID_LOGIN,
                Optional.empty(),
                Optional.empty(),
                at,
                origin,
                Map.of(ATTEMPTED_USERNAME, name));
    }

    /** The sending of a message. */
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
