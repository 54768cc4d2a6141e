package dev.parley.domain.session;

import java.time.Duration;
import java.util.Optional;

/**
 * A single-use secret that opens one event stream, for clients that cannot send headers. It is 20 random bytes as
 * {@value Token#LENGTH} lower-case hex digits, like a token. It expires soon because it is part of a URL. Only its
 * {@link #digest()} is stored, and {@link #toString()} is redacted.
 */
public record StreamTicket(String value) {

    /** Time in which it must be used. */
    public static final Duration LIFETIME = Duration.ofSeconds(30);

    public StreamTicket {
        if (Token.parse(value).isEmpty()) {
            throw new IllegalArgumentException("a ticket must be " + Token.LENGTH + " lower-case hex digits");
        }
    }

    /** Empty if {@code text} does not have the format of a ticket. */
    public static Optional<StreamTicket> parse(String text) {
        return Token.parse(text).map(token -> new StreamTicket(token.value()));
    }

    public TokenDigest digest() {
        return new Token(value).digest();
    }

    @Override
    public String toString() {
        return "StreamTicket[redacted]";
    }
}
