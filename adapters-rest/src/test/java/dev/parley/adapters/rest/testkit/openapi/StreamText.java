package dev.parley.adapters.rest.testkit.openapi;

import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;

/** Parses the events of a stream that the document describes. */
final class StreamText {

    /** The extension that describes the events of a stream. */
    static final String EVENTS = "x-sse-events";

    private StreamText() {}

    /** One event. */
    record Event(String name, String data) {}

    /** The complete events: the stream may end inside one. */
    static List<Event> events(String text) {
        String whole = text.substring(0, text.lastIndexOf("\n\n") + 1);
        return Stream.of(whole.split("\n\n"))
                .flatMap(block ->
                        value(block, "event")
                                .map(name ->
                                        new Event(name, value(block, "data").orElse("")))
                                .stream())
                .toList();
    }

    private static Optional<String> value(String block, String field) {
        return block.lines()
                .filter(line -> line.startsWith(field + ": "))
                .map(line -> line.substring(field.length() + 2))
                .findFirst();
    }
}
