package dev.parley.domain.shared;

import java.util.Optional;

/**
 * Where a request came from, as the activity log keeps it.
 *
 * <p>Address and user agent are what the client's side of the connection claims; they are cut to their bounds and
 * cleaned of what no store can hold and of
 * {@link Text#hasControl control characters}, never refused: nobody is kept from messaging because of a strange header.
 *
 * @param address network address, at most {@value #MAX_ADDRESS} characters; empty for commands of an operator
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

    /** A command that an operator typed on the machine itself. */
    public static Origin operator() {
        return new Origin(Optional.empty(), Optional.empty(), Optional.empty());
    }

    public Origin with(SessionId used) {
        return new Origin(address, userAgent, Optional.of(used));
    }
}
