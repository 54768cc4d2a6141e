package dev.parley.domain.session;

import dev.parley.domain.shared.Text;
import java.util.EnumSet;
import java.util.Set;

/** What a user calls the device that a session is on, so that they know which one to end: 1 to 100 characters. */
public record DeviceName(String value) {

    public static final int MAX_LENGTH = 100;

    /** What can be wrong with a device name. */
    public enum Flaw {
        BLANK,
        TOO_LONG,
        NUL,
        LONE_SURROGATE
    }

    public DeviceName {
        if (!flawsOf(value).isEmpty()) {
            throw new IllegalArgumentException("not a device name: " + flawsOf(value));
        }
    }

    /** Everything that is wrong with {@code text} as a device name, in the order of {@link Flaw}; empty if it is one. */
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
}
