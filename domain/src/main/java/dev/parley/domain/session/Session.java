package dev.parley.domain.session;

import dev.parley.domain.shared.SessionId;
import dev.parley.domain.user.UserId;
import java.time.Instant;
import java.util.Optional;

/**
 * A login of a user on one device.
 *
 * @param device the user's name for the device, set at login
 * @param address network address of the login
 * @param lastSeenAt when it was last used, accurate to {@link SessionPolicy#seenInterval()}
 * @param expiresAt the first moment at which it is no longer valid
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
