package dev.parley.adapters.rest.v1.description;

/** What answers say beside their bodies. */
public enum Header {
    REQUEST_ID(
            "X-Request-Id",
            "\"9f86d081884c7d65\"",
            true,
            "The name of this request in the service's log: the client's own `X-Request-Id` if that is 1 to 64 of"
                    + " `A-Z a-z 0-9 . _ -`, or else a new one."),
    IDEMPOTENCY_REPLAYED(
            "Idempotency-Replayed",
            "\"true\"",
            false,
            "There if this is the answer to an earlier request with the same key, and nothing was done now."),
    ETAG("ETag", "\"\\\"2c26b46b68ffc68ff99b453c1d304134\\\"\"", true, "For `If-None-Match`, next time."),
    RETRY_AFTER("Retry-After", "\"2\"", true, "How many seconds to wait before the request is sent again."),
    RATE_LIMIT_POLICY(
            "RateLimit-Policy",
            "\"\\\"sends\\\";q=30;w=3\"",
            false,
            "What you may do: `q` at once, and as much again over `w` seconds. Not there if nothing is limited."),
    RATE_LIMIT(
            "RateLimit",
            "\"\\\"sends\\\";r=29;t=1\"",
            false,
            "What you have left of it: `r` at once, and all of it again in `t` seconds."),
    WWW_AUTHENTICATE(
            "WWW-Authenticate",
            "\"Bearer realm=\\\"parley\\\", Token realm=\\\"parley\\\"\"",
            true,
            "Which schemes a token may be sent under.");

    private final String headerName;
    private final String example;
    private final boolean required;
    private final String description;

    Header(String name, String example, boolean required, String description) {
        this.headerName = name;
        this.example = example;
        this.required = required;
        this.description = description;
    }

    public String headerName() {
        return headerName;
    }

    /** One value, as JSON. */
    public String example() {
        return example;
    }

    public boolean isRequired() {
        return required;
    }

    public String description() {
        return description;
    }
}
