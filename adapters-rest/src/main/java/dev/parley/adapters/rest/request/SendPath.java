package dev.parley.adapters.rest.request;

/**
 * Tells sends by what they ask for, before anybody has looked for a resource. An odd spelling of a path, which may lead to the
 * same resource, is not seen through.
 */
public final class SendPath {

    private static final String CLASSIC = "/message/";
    private static final String V1 = "/v1/conversations/";
    private static final String V1_END = "/messages";

    private SendPath() {}

    /** @param path as it came, without the query */
    public static boolean isSend(String method, String path) {
        return "POST".equals(method) && (path.startsWith(CLASSIC) || (path.startsWith(V1) && path.endsWith(V1_END)));
    }
}
