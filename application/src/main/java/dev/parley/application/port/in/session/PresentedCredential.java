package dev.parley.application.port.in.session;

import dev.parley.domain.limit.Network;
import dev.parley.domain.session.TokenDigest;
import java.util.Optional;

/**
 * A token or ticket as sent by a client; it may be invalid.
 *
 * @param address of the client, as its connection reports it
 */
public record PresentedCredential(TokenDigest digest, Optional<String> address) {

    /** What invalid credentials of the client count for. */
    public Network network() {
        return Network.of(address);
    }
}
