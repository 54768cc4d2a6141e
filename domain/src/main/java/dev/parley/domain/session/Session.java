package dev.parley.domain.session;

import dev.parley.domain.shared.SessionId;
import dev.parley.domain.user.UserId;
import java.time.Instant;
import java.util.Optional;

/**
 * One login of one user, from one device.
 *
 * @param device what its user called the device at the login
 * @param address from which it was opened
 * @param lastSeenAt when it was last used, to the accuracy of {@link SessionPolicy#seenInterval()}
 * @param expiresAt the first moment at which it no longer lets anybody in
 */
public record Session(
        SessionId id,
        UserId user,
        Optional<DeviceName> device,
        Optional<String> address,
        Instant createdAt,
        Instant lastSeenAt,
        Instant expiresAt) {

    public boolean isOpenAt(Instant now) {
        return now.isBefore(expiresAt);
    }

    Session seen(Instant at, Instant expiry) {
        return new Session(id, user, device, address, createdAt, at, expiry);
    }
}
