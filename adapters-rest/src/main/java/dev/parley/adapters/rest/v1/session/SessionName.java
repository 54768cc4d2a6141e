package dev.parley.adapters.rest.v1.session;

import dev.parley.domain.shared.SessionId;
import java.util.Optional;
import java.util.regex.Pattern;

/** Session ids in JSON: opaque strings. */
final class SessionName {

    /** At most 18 digits, which always fit into a {@code long}; ids never get longer. */
    static final Pattern FORM = Pattern.compile("[1-9][0-9]{0,17}");

    private SessionName() {}

    /** The id; empty if the text is none. */
    static Optional<SessionId> parse(String text) {
        return FORM.matcher(text).matches() ? Optional.of(new SessionId(Long.parseLong(text))) : Optional.empty();
    }
}
