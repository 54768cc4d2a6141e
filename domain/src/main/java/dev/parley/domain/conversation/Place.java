package dev.parley.domain.conversation;

/** The position of a message in its conversation: 1, 2, 3 and so on, without gaps. Held messages count. */
public record Place(long value) implements Comparable<Place> {

    public Place {
        if (value <= 0) {
            throw new IllegalArgumentException("place must be >= 1, was " + value);
        }
    }

    @Override
    public int compareTo(Place other) {
        return Long.compare(value, other.value);
    }
}
