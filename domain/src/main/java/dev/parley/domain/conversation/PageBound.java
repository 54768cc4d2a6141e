package dev.parley.domain.conversation;

import java.util.ArrayList;
import java.util.List;
import java.util.function.ToLongFunction;

/**
 * The size of one page of items with contents, in items and in bytes of content. Every content fits, so a page of at least
 * one item is never empty while there are items. A count alone is no bound: 200 messages are 20 kB or 50 MB.
 *
 * @param items 0 to {@value #MAX_ITEMS}
 * @param bytes of contents in UTF-8, {@value #MIN_BYTES} to {@value #MAX_BYTES}: any one message fits
 */
public record PageBound(int items, long bytes) {

    public static final int MAX_ITEMS = 200;

    /** The size of the largest content: four bytes for each character. */
    public static final long MIN_BYTES = 4L * MessageContent.MAX_LENGTH;

    public static final long MAX_BYTES = 1024 * 1024;

    public PageBound {
        if (items < 0 || items > MAX_ITEMS || bytes < MIN_BYTES || bytes > MAX_BYTES) {
            throw new IllegalArgumentException("expected 0 to %d items and %d to %d bytes, found %d items and %d bytes"
                    .formatted(MAX_ITEMS, MIN_BYTES, MAX_BYTES, items, bytes));
        }
    }

    /** A page of {@value #MAX_BYTES} bytes. */
    public static PageBound of(int items) {
        return new PageBound(items, MAX_BYTES);
    }

    /**
     * The first rows, as many as fit into the page. A caller that fetches rows needs at most one row more than fits.
     *
     * @param size bytes of content of one row, at most {@value #MIN_BYTES}
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
