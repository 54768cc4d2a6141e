package dev.parley.domain.limit;

/** How much one client may ask of one node, by what it asks for. */
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
