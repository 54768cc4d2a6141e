package dev.parley.domain.session;

import dev.parley.domain.shared.SessionId;
import dev.parley.domain.user.UserId;
import java.time.Instant;

/**
 * One login of one user, from one device.
 *
 * @param lastSeenAt when it was last used, to the accuracy of {@link SessionPolicy#seenInterval()}
 * @param expiresAt the first moment at which it no longer lets anybody in
 */
public record Session(SessionId id, UserId user, Instant createdAt, Instant lastSeenAt, Instant expiresAt) {

    public boolean isOpenAt(Instant now) {
        return now.isBefore(expiresAt);
    }
}
