package dev.parley.domain.limit;

/** The request limits of one client on one node, by kind of request. */
public record RequestRates(RateLimit reads, RateLimit sends, RateLimit writes, RateLimit entries) {

    public RateLimit of(RequestKind kind) {
        return switch (kind) {
            case READ -> reads;
            case SEND -> sends;
            case WRITE -> writes;
            case ENTER -> entries;
        };
    }
}
