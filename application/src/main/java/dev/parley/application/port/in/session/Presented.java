package dev.parley.application.port.in.session;

import dev.parley.domain.limit.Network;
import dev.parley.domain.session.TokenDigest;
import java.util.function.Supplier;

/**
 * What somebody presents as a token or a ticket; it need not be one.
 *
 * @param network where they are. Asked for only if it matters: most who present something are known
 */
public record Presented(TokenDigest digest, Supplier<Network> network) {}
