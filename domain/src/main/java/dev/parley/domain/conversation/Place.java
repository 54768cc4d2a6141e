package dev.parley.domain.conversation;

/** Where a message stands in its conversation: 1, 2, 3 and so on, without gaps, held messages counted. */
public record Place(long value) implements Comparable<Place> {

    public Place {
        if (value <= 0) {
            throw new IllegalArgumentException("places start at 1");
        }
    }

    @Override
    public int compareTo(Place other) {
        return Long.compare(value, other.value);
    }
}
