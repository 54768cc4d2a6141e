package dev.parley.adapters.rest.v1.description;

import dev.parley.adapters.rest.v1.problem.ProblemCode;
import dev.parley.domain.conversation.IdempotencyKey;
import java.util.Locale;
import java.util.Optional;
import java.util.stream.Stream;

/** What operations take beside a body. Those in a path belong to it by their names alone. */
public enum Parameter {
    USERNAME(Place.PATH, "username", Kind.USERNAME, "The name of a user, percent-encoded."),
    SESSION_ID(Place.PATH, "session_id", Kind.ID, "The id of a session, as the list of sessions has it."),
    MESSAGE_ID(Place.PATH, "message_id", Kind.ID, "The id of a message."),
    PREFIX(
            Place.REQUIRED_QUERY,
            "prefix",
            Kind.PREFIX,
            "How the names begin; case is ignored.",
            ProblemCode.VALIDATION_FAILED),
    LIMIT(
            Place.QUERY,
            "limit",
            Kind.LIMIT,
            "How many items there may be in one answer. There may be fewer though the list goes on.",
            ProblemCode.BAD_LIMIT),
    AFTER(
            Place.QUERY,
            "after",
            Kind.CURSOR,
            "Where to go on: the `next` of the answer before. Without it the list begins. There is no way back: `before` is"
                    + " a `bad_parameter` here.",
            ProblemCode.BAD_CURSOR),
    BEFORE(
            Place.QUERY,
            "before",
            Kind.MARK,
            "Messages older than that one: a cursor of this conversation, or the id of a message.",
            ProblemCode.BAD_CURSOR),
    NEWER(
            Place.QUERY,
            "after",
            Kind.MARK,
            "Messages newer than that one: a cursor of this conversation, or the id of a message.",
            ProblemCode.BAD_CURSOR),
    AROUND(
            Place.QUERY,
            "around",
            Kind.MARK,
            "That message and those about it: a cursor of this conversation, or the id of a message.",
            ProblemCode.BAD_CURSOR),
    UNREAD_ONLY(
            Place.QUERY, "filter", Kind.UNREAD, "Only conversations with something unread.", ProblemCode.BAD_PARAMETER),
    ACTIVITY_TYPE(Place.QUERY, "type", Kind.ACTIVITY_TYPE, "Only activities of this type.", ProblemCode.BAD_PARAMETER),
    EVENTS_AFTER(
            Place.QUERY,
            "after",
            Kind.CURSOR,
            "How far you have followed: the cursor of an event, of an answer, or of your inbox. Without it you are told"
                    + " what happens from now on.",
            ProblemCode.BAD_CURSOR),
    LAST_EVENT_ID(
            Place.HEADER,
            "Last-Event-ID",
            Kind.CURSOR,
            "The `id` of the last event that you took. Browsers send it by themselves. It goes before `after`.",
            ProblemCode.BAD_CURSOR),
    WAIT(
            Place.QUERY,
            "wait",
            Kind.WAIT,
            "How many seconds to wait if nothing has happened.",
            ProblemCode.BAD_PARAMETER),
    IDEMPOTENCY_KEY(
            Place.HEADER,
            "Idempotency-Key",
            Kind.IDEMPOTENCY_KEY,
            "Names this request, so that it can be sent again and is done once: 1 to 255 printable characters of ASCII,"
                    + " bare or as a quoted string, remembered for " + IdempotencyKey.LIFETIME.toDays() + " days.",
            ProblemCode.BAD_IDEMPOTENCY_KEY),
    EXCEPT(
            Place.REQUIRED_QUERY,
            "except",
            Kind.CURRENT,
            "Which session is kept. Nobody should log out everywhere by a slip, so it must be said.",
            ProblemCode.BAD_PARAMETER);

    private final Place place;
    private final String parameterName;
    private final Kind kind;
    private final String description;
    private final Optional<ProblemCode> problem;

    Parameter(Place place, String name, Kind kind, String description) {
        this(place, name, kind, description, Optional.empty());
    }

    Parameter(Place place, String name, Kind kind, String description, ProblemCode problem) {
        this(place, name, kind, description, Optional.of(problem));
    }

    Parameter(Place place, String name, Kind kind, String description, Optional<ProblemCode> problem) {
        this.place = place;
        this.parameterName = name;
        this.kind = kind;
        this.description = description;
        this.problem = problem;
    }

    /** Where in a request it is. */
    enum Place {
        PATH,
        QUERY,
        REQUIRED_QUERY,
        HEADER
    }

    /** @throws IllegalArgumentException if there is none of this name in any path */
    public static Parameter inPath(String name) {
        return Stream.of(values())
                .filter(parameter -> parameter.place == Place.PATH && parameter.parameterName.equals(name))
                .findFirst()
                .orElseThrow(() -> new IllegalArgumentException("no parameter in a path is called " + name));
    }

    public String parameterName() {
        return parameterName;
    }

    public String description() {
        return description;
    }

    public Kind kind() {
        return kind;
    }

    public boolean isRequired() {
        return place == Place.PATH || place == Place.REQUIRED_QUERY;
    }

    public String in() {
        return place == Place.REQUIRED_QUERY ? "query" : place.name().toLowerCase(Locale.ROOT);
    }

    /** What a bad one is called; empty if that is only nobody's name. */
    public Optional<ProblemCode> problem() {
        return problem;
    }
}
