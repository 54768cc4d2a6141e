package dev.parley.adapters.rest.v1.message;

import dev.parley.domain.conversation.MessageId;
import java.util.Optional;
import java.util.regex.Pattern;

/** Message ids as clients have them: strings of digits, so that no client loses the last of them in a number. */
public interface MessageName {

    /** What {@link Long} surely holds: ids are counted up, and none will ever be longer. */
    Pattern FORM = Pattern.compile("[1-9][0-9]{0,17}");

    static String of(MessageId id) {
        return Long.toString(id.value());
    }

    /** Beyond all that {@link #FORM} can name. */
    MessageId NONE = new MessageId(Long.MAX_VALUE);

    /**
     * The id that a text names, or one that no message has if it names none: what is no id is answered as one that is not
     * there, in the same order of checks.
     */
    static MessageId orNone(String text) {
        return parse(text).orElse(NONE);
    }

    /** Empty for what names no message, and then there is none of that name. */
    static Optional<MessageId> parse(String text) {
        return FORM.matcher(text).matches() ? Optional.of(new MessageId(Long.parseLong(text))) : Optional.empty();
    }
}
