package dev.parley.domain.session;

import dev.parley.domain.shared.Text;
import java.util.EnumSet;
import java.util.Optional;
import java.util.Set;

/**
 * What a user calls the device that a session is on, so that they know which one to end: 1 to 100 characters, some of which
 * can be seen, and none of which a terminal or a renderer would obey.
 */
public record DeviceName(String value) {

    public static final int MAX_LENGTH = 100;

    /** What can be wrong with a device name. */
    public enum Flaw {
        BLANK,
        /** It has {@linkplain Text#hasControl control characters} beside those that the other flaws name. */
        CONTROL_CHARACTER,
        TOO_LONG,
        NUL,
        LONE_SURROGATE
    }

    public DeviceName {
        if (!flawsOf(value).isEmpty()) {
            throw new IllegalArgumentException("not a device name: " + flawsOf(value));
        }
    }

    /**
     * A name that may have been stored under an earlier rule: its control characters are replaced.
     *
     * @return empty if a reader would see nothing of it
     */
    public static Optional<DeviceName> ofStored(String text) {
        return Text.isInvisible(text)
                ? Optional.empty()
                : Optional.of(new DeviceName(Text.printable(text, MAX_LENGTH)));
    }

    /** Everything that is wrong with {@code text} as a device name, in the order of {@link Flaw}; empty if it is one. */
    public static Set<Flaw> flawsOf(String text) {
        EnumSet<Flaw> flaws = EnumSet.noneOf(Flaw.class);
        if (Text.isInvisible(text)) {
            flaws.add(Flaw.BLANK);
        } else if (Text.hasControl(text.replace(Text.NUL, ' '))) {
            flaws.add(Flaw.CONTROL_CHARACTER);
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
