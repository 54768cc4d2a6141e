package dev.parley.domain.conversation;

import java.util.ArrayList;
import java.util.List;
import java.util.function.ToLongFunction;

/**
 * How much of what holds contents is read at once: no more than so many items, and no more of them than have so many bytes
 * of contents together, but one item at least if there is one and any are wanted. A count alone bounds nothing: 200
 * messages are 20 kB or 50 MB.
 *
 * @param items 0 to {@value #MAX_ITEMS}
 * @param bytes of contents in UTF-8, {@value #MIN_BYTES} to {@value #MAX_BYTES}: any one message fits
 */
public record PageBound(int items, long bytes) {

    public static final int MAX_ITEMS = 200;

    /** Those of the largest content: four for each character. */
    public static final long MIN_BYTES = 4L * MessageContent.MAX_LENGTH;

    public static final long MAX_BYTES = 1024 * 1024;

    public PageBound {
        if (items < 0 || items > MAX_ITEMS || bytes < MIN_BYTES || bytes > MAX_BYTES) {
            throw new IllegalArgumentException("a page has 0 to %d items and %d to %d bytes of contents"
                    .formatted(MAX_ITEMS, MIN_BYTES, MAX_BYTES));
        }
    }

    /** So many items, and as many bytes as one may ask for at most. */
    public static PageBound of(int items) {
        return new PageBound(items, MAX_BYTES);
    }

    /**
     * The first of the rows that the page has room for. Whoever fetches rows need fetch no more than one beyond them.
     *
     * @param size bytes of content of one row, {@value #MIN_BYTES} at most
     */
    public <T> List<T> cut(List<T> rows, ToLongFunction<T> size) {
        List<T> page = new ArrayList<>();
        long left = bytes;
        for (T row : rows) {
            left -= size.applyAsLong(row);
            if (page.size() == items || left < 0) {
                break;
            }
            page.add(row);
        }
        return List.copyOf(page);
    }
}
