package dev.parley.bootstrap.http;

import dev.parley.adapters.rest.request.RequestProperty;
import java.security.SecureRandom;
import java.util.HexFormat;
import java.util.Optional;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/** Names of requests: the client's own if it sent a decent one, so that its logs and ours can be laid side by side. */
public final class RequestIds {

    public static final String HEADER = "X-Request-Id";

    /** Where a request carries its id; the REST adapter puts it into 5xx answers. */
    public static final String ATTRIBUTE = RequestProperty.REQUEST_ID;

    private static final Pattern DECENT = Pattern.compile("[A-Za-z0-9._-]{1,64}");
    private static final int BYTES = 8;

    private final SecureRandom random;

    public RequestIds(SecureRandom random) {
        this.random = random;
    }

    /** @param proposed the client's header */
    public String choose(@Nullable String proposed) {
        return Optional.ofNullable(proposed)
                .filter(id -> DECENT.matcher(id).matches())
                .orElseGet(this::mint);
    }

    private String mint() {
        byte[] bytes = new byte[BYTES];
        random.nextBytes(bytes);
        return HexFormat.of().formatHex(bytes);
    }
}
