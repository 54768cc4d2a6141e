package dev.parley.domain.shared;

/** The check of the number of rows that a caller asks for. */
public final class PageLimit {

    private PageLimit() {}

    /** @throws IllegalArgumentException unless {@code limit} is 1 to {@code max} */
    public static void require(int limit, int max) {
        if (limit < 1 || limit > max) {
            throw new IllegalArgumentException("limit must be 1 to %d, was %d".formatted(max, limit));
        }
    }
}
