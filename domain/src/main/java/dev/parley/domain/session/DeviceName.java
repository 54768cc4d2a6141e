package dev.parley.domain.session;

import dev.parley.domain.shared.Text;
import java.util.EnumSet;
import java.util.Optional;
import java.util.Set;

/**
 * A user's name for the device of a session, to recognise it in the list of sessions.
 *
 * <p>It has 1 to 100 characters, at least one of them visible, and no {@linkplain Text#hasControl control characters}.
 */
public record DeviceName(String value) {

    public static final int MAX_LENGTH = 100;

    /** The reasons to reject a device name. */
    public enum Flaw {
        BLANK,
        /** {@linkplain Text#hasControl Control characters} that no other flaw covers. */
        CONTROL_CHARACTER,
        TOO_LONG,
        NUL,
        LONE_SURROGATE
    }

    public DeviceName {
        if (!flawsOf(value).isEmpty()) {
            throw new IllegalArgumentException("invalid device name: " + flawsOf(value));
        }
    }

    /**
     * Restores a name that may have been stored under an earlier rule, with its control characters replaced.
     *
     * @return empty if the text has no visible character
     */
    public static Optional<DeviceName> ofStored(String text) {
        return Text.isInvisible(text)
                ? Optional.empty()
                : Optional.of(new DeviceName(Text.printable(text, MAX_LENGTH)));
    }

    /** All flaws of {@code text} as a device name, in the order of {@link Flaw}; empty if it is valid. */
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
