package dev.parley.adapters.rest.v1.event.stream;

/** What to write next, and where the stream is once that is written. */
final class Passage {

    private final byte[] text;
    private final StreamPosition next;
    private final boolean more;
    private final int unused;

    /**
     * @param more whether there is more to read at once
     * @param unused how many events were read and are not in the text
     */
    Passage(SseText text, StreamPosition next, boolean more, int unused) {
        this.text = text.bytes();
        this.next = next;
        this.more = more;
        this.unused = unused;
    }

    /** Empty if there is nothing to say. It is written once and changed by nobody. */
    byte[] text() {
        return text;
    }

    StreamPosition next() {
        return next;
    }

    boolean more() {
        return more;
    }

    int unused() {
        return unused;
    }
}
