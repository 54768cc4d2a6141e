package dev.parley.bootstrap.http;

import dev.parley.adapters.rest.request.RequestContext;
import java.security.SecureRandom;
import java.util.HexFormat;
import java.util.Optional;
import java.util.regex.Pattern;
import org.eclipse.jetty.server.Request;
import org.jspecify.annotations.Nullable;

/** Chooses the ids of requests: the client's own if it is well-formed, so that its logs and ours can be compared. */
public final class RequestIds {

    public static final String HEADER = "X-Request-Id";

    private static final Pattern WELL_FORMED = Pattern.compile("[A-Za-z0-9._-]{1,64}");
    private static final int BYTES = 8;

    private final SecureRandom random;

    public RequestIds(SecureRandom random) {
        this.random = random;
    }

    /** @param proposed the client's header */
    public String choose(@Nullable String proposed) {
        return Optional.ofNullable(proposed)
                .filter(id -> WELL_FORMED.matcher(id).matches())
                .orElseGet(this::mint);
    }

    private String mint() {
        byte[] bytes = new byte[BYTES];
        random.nextBytes(bytes);
        return HexFormat.of().formatHex(bytes);
    }

    /** The context of a request outside the servlets. */
    static RequestContext contextOf(Request request) {
        return RequestContext.of(
                request::getAttribute, context -> request.setAttribute(RequestContext.ATTRIBUTE, context));
    }
}
