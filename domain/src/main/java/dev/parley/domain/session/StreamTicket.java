package dev.parley.domain.session;

import java.time.Duration;
import java.util.Optional;

/**
 * The secret that opens one event stream once, for clients that cannot send headers: 20 random bytes as
 * {@value Token#LENGTH} lower-case hex digits, like a token, and short-lived, because it stands in a URL. Only its
 * {@link #digest()} is ever stored, and it never shows itself.
 */
public record StreamTicket(String value) {

    /** How long it may wait to be used. */
    public static final Duration LIFETIME = Duration.ofSeconds(30);

    public StreamTicket {
        if (Token.parse(value).isEmpty()) {
            throw new IllegalArgumentException("a ticket is " + Token.LENGTH + " lower-case hex digits");
        }
    }

    /** Empty if {@code text} has not the form of a ticket, and then there is no such ticket. */
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
