package dev.parley.adapters.rest.v1.event.stream;

/** A chunk of stream text, and the position of the stream after it is written. */
final class SseChunk {

    private final byte[] text;
    private final StreamPosition next;
    private final boolean more;
    private final int unused;

    /**
     * @param more whether more events are already available
     * @param unused the number of events that were read but are not in the text
     */
    SseChunk(SseText text, StreamPosition next, boolean more, int unused) {
        this.text = text.bytes();
        this.next = next;
        this.more = more;
        this.unused = unused;
    }

    /** Empty if there is nothing to write. Callers must not change it. */
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
