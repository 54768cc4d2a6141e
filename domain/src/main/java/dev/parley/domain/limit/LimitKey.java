package dev.parley.domain.limit;

import dev.parley.domain.shared.Sha256;

/**
 * Whose permits a limit counts. Each key has its own bucket in every limit.
 *
 * <p>Stores keep only the {@link #digest}: names come from clients, may be long, and may be passwords that a user typed into
 * the wrong field.
 */
public record LimitKey(String text) {

    private static final String NETWORK = "network ";
    private static final String SITE = "site ";
    private static final String SESSION = "session ";
    private static final String NAME = "name ";
    private static final String USER = "user ";

    public static LimitKey ofUser(long id) {
        return new LimitKey(USER + id);
    }

    public static LimitKey ofNetwork(Network network) {
        return new LimitKey(NETWORK + network.text());
    }

    /** @param site as in {@link Network#site} */
    public static LimitKey ofSite(String site) {
        return new LimitKey(SITE + site);
    }

    public static LimitKey ofSession(long id) {
        return new LimitKey(SESSION + id);
    }

    /** @param name as typed; possibly not the name of a user */
    public static LimitKey ofName(String name) {
        return new LimitKey(NAME + name);
    }

    /** A name as tried from one network. */
    public static LimitKey ofName(String name, Network network) {
        return new LimitKey(NETWORK + network.text() + ' ' + NAME + name);
    }

    /** SHA-256, 64 lower-case hex digits. */
    public String digest() {
        return Sha256.of(text).hex();
    }

    @Override
    public String toString() {
        return "LimitKey[redacted]";
    }
}
