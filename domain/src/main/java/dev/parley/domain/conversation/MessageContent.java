package dev.parley.domain.conversation;

import dev.parley.domain.shared.Text;
import java.util.EnumSet;
import java.util.Set;

/** What a message says: 1 to {@value #MAX_LENGTH} characters, not all of them blank. It never shows itself in a log. */
public record MessageContent(String value) {

    public static final int MAX_LENGTH = 65_536;

    /** What can be wrong with a content. */
    public enum Flaw {
        BLANK,
        TOO_LONG,
        NUL,
        LONE_SURROGATE
    }

    public MessageContent {
        if (!flawsOf(value).isEmpty()) {
            throw new IllegalArgumentException("not a message content: " + flawsOf(value));
        }
    }

    /** Everything that is wrong with {@code text} as a content, in the order of {@link Flaw}; empty if it is one. */
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
     * As {@link #flawsOf}, but a content of which a reader would see nothing is {@link Flaw#BLANK}, too. The rule for new messages
     * of v1; the legacy API knows no more than white space.
     */
    public static Set<Flaw> flawsOfVisible(String text) {
        Set<Flaw> flaws = flawsOf(text);
        if (Text.isInvisible(text)) {
            flaws.add(Flaw.BLANK);
        }
        return flaws;
    }

    /** How many bytes of UTF-8 it is. */
    public long bytes() {
        return Text.bytes(value);
    }

    @Override
    public String toString() {
        return "MessageContent[" + Text.length(value) + " characters]";
    }
}
