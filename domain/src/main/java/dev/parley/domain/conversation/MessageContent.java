package dev.parley.domain.conversation;

import dev.parley.domain.shared.Text;
import java.util.EnumSet;
import java.util.Set;

/** The text of a message: 1 to {@value #MAX_LENGTH} characters, not all of them blank. {@link #toString} hides it. */
public record MessageContent(String value) {

    public static final int MAX_LENGTH = 65_536;

    /** The reasons to refuse a text as content. */
    public enum Flaw {
        BLANK,
        TOO_LONG,
        NUL,
        LONE_SURROGATE
    }

    public MessageContent {
        if (!flawsOf(value).isEmpty()) {
            throw new IllegalArgumentException("invalid message content: " + flawsOf(value));
        }
    }

    /** All flaws of {@code text}, in the order of {@link Flaw}; empty if it is valid. */
    public static Set<Flaw> flawsOf(String text) {
        EnumSet<Flaw> flaws = EnumSet.noneOf(Flaw.class);
        if (Text.isBlank(text)) {
            flaws.add(Flaw.BLANK);
        }
        if (Text.length(text) > MAX_LENGTH) {
            flaws.add(Flaw.TOO_LONG);
        }
        if (Text.hasNul(text)) {
            flaws.add(Flaw.NUL);
        }
        if (Text.hasLoneSurrogate(text)) {
            flaws.add(Flaw.LONE_SURROGATE);
        }
        return flaws;
    }

    /**
     * As {@link #flawsOf}, and a text of invisible characters alone is {@link Flaw#BLANK} too. This applies to new messages
     * of v1. The legacy API refuses white space alone.
     */
    public static Set<Flaw> flawsOfVisible(String text) {
        Set<Flaw> flaws = flawsOf(text);
        if (Text.isInvisible(text)) {
            flaws.add(Flaw.BLANK);
        }
        return flaws;
    }

    /** The size in bytes of UTF-8. */
    public long bytes() {
        return Text.bytes(value);
    }

    @Override
    public String toString() {
        return "MessageContent[" + Text.length(value) + " characters]";
    }
}
