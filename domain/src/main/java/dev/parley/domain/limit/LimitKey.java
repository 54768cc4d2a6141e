package dev.parley.domain.limit;

import dev.parley.domain.shared.Sha256;

/**
 * Whom a limit counts. Each has a bucket of their own in every limit.
 *
 * <p>What is kept is a digest: clients choose the names that they try, which may be long, and may be passwords that somebody
 * typed into the wrong field.
 */
public record LimitKey(String text) {

    private static final String NETWORK = "network ";
    private static final String SITE = "site ";
    private static final String SESSION = "session ";
    private static final String NAME = "name ";
    private static final String USER = "user ";

    /** @param id of a user */
    public static LimitKey ofUser(long id) {
        return new LimitKey(USER + id);
    }

    public static LimitKey ofNetwork(Network network) {
        return new LimitKey(NETWORK + network.text());
    }

    /** @param site of a {@link Network} */
    public static LimitKey ofSite(String site) {
        return new LimitKey(SITE + site);
    }

    /** @param id of a session */
    public static LimitKey ofSession(long id) {
        return new LimitKey(SESSION + id);
    }

    /** @param name as somebody typed it; it need not be anybody's */
    public static LimitKey ofName(String name) {
        return new LimitKey(NAME + name);
    }

    /** Of a name as it is tried from one network. */
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
