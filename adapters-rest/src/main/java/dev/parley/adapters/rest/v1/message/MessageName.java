package dev.parley.adapters.rest.v1.message;

import dev.parley.domain.conversation.MessageId;
import java.util.Optional;
import java.util.regex.Pattern;

/** Message ids in JSON: strings of digits, since some clients round large numbers. */
public final class MessageName {

    /** At most 18 digits, which always fit into a {@code long}; ids never get longer. */
    public static final Pattern FORM = Pattern.compile("[1-9][0-9]{0,17}");

    private MessageName() {}

    public static String of(MessageId id) {
        return Long.toString(id.value());
    }

    /** An id that no message has: {@link #FORM} cannot express it. */
    public static final MessageId NONE = new MessageId(Long.MAX_VALUE);

    /**
     * The id, or {@link #NONE} if the text is none. A malformed id thus gets the response of an unknown one, after the same
     * checks.
     */
    public static MessageId orNone(String text) {
        return parse(text).orElse(NONE);
    }

    /** The id; empty if the text is none. */
    public static Optional<MessageId> parse(String text) {
        return FORM.matcher(text).matches() ? Optional.of(new MessageId(Long.parseLong(text))) : Optional.empty();
    }
}
