package dev.parley.domain.shared;

import java.util.Optional;

/**
 * Where a request came from, as the activity log keeps it.
 *
 * <p>The client controls the address and the user agent. Both are truncated, and characters that no store accepts and
 * {@linkplain Text#hasControl control characters} are replaced. They are never rejected: an unusual header must not keep a
 * client from sending messages.
 *
 * @param address network address, at most {@value #MAX_ADDRESS} characters; empty for operator commands
 * @param userAgent at most {@value #MAX_USER_AGENT} characters
 * @param session the session that the request used; empty before a login
 */
public record Origin(Optional<String> address, Optional<String> userAgent, Optional<SessionId> session) {

    public static final int MAX_ADDRESS = 64;
    public static final int MAX_USER_AGENT = 512;

    public Origin {
        address = address.map(text -> Text.printable(text, MAX_ADDRESS));
        userAgent = userAgent.map(text -> Text.printable(text, MAX_USER_AGENT));
    }

    /** The origin of an operator command, which runs on the machine itself. */
    public static Origin operator() {
        return new Origin(Optional.empty(), Optional.empty(), Optional.empty());
    }

    public Origin with(SessionId used) {
        return new Origin(address, userAgent, Optional.of(used));
    }
}
