package dev.parley.adapters.rest.v1.session;

import dev.parley.domain.shared.SessionId;
import java.util.Optional;
import java.util.regex.Pattern;

/** Session ids as clients have them: strings, whose form is nobody's business. */
interface SessionName {

    /** What {@link Long} surely holds: ids are counted up, and none will ever be longer. */
    Pattern FORM = Pattern.compile("[1-9][0-9]{0,17}");

    /** Empty for what names no session, and then the caller has none of that name. */
    static Optional<SessionId> parse(String text) {
        return FORM.matcher(text).matches() ? Optional.of(new SessionId(Long.parseLong(text))) : Optional.empty();
    }
}
