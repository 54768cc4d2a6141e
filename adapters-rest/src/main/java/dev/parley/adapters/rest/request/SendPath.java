package dev.parley.adapters.rest.request;

/**
 * Recognises sends by method and path, before a resource is matched. Unusual encodings of a path that reach the same
 * resource are not recognised.
 */
public final class SendPath {

    private static final String LEGACY = "/message/";
    private static final String V1 = "/v1/conversations/";
    private static final String V1_END = "/messages";

    private SendPath() {}

    /** @param path the encoded path without the query */
    public static boolean isSend(String method, String path) {
        return "POST".equals(method) && (path.startsWith(LEGACY) || (path.startsWith(V1) && path.endsWith(V1_END)));
    }
}
