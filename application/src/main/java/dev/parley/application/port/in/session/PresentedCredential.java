package dev.parley.application.port.in.session;

import dev.parley.domain.limit.Network;
import dev.parley.domain.session.TokenDigest;
import java.util.function.Supplier;

/**
 * A token or ticket as sent by a client; it may be invalid.
 *
 * @param network the client's network. It is computed only when needed, because most credentials are valid
 */
public record PresentedCredential(TokenDigest digest, Supplier<Network> network) {}
