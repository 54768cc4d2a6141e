package dev.parley.bootstrap.service.model;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.List;
import java.util.Optional;

/**
 * One conversation as v1 shows it to one of its users.
 *
 * @param shown all messages visible to them, oldest first; every anchor is one of these
 */
public record ModelHistory(List<ModelMessage> shown) {

    public JsonNode newest(int limit) {
        return page(shown.size() - limit, shown.size(), false);
    }

    public JsonNode before(ModelMessage mark, int limit) {
        int end = shown.indexOf(mark);
        return end == 0 ? nothing(false) : page(end - limit, end, false);
    }

    public JsonNode after(ModelMessage mark, int limit) {
        int begin = shown.indexOf(mark) + 1;
        return begin == shown.size() ? nothing(begin > 1) : page(begin, begin + limit, true);
    }

    /** A page anchored at an existing message always has cursors. */
    private static JsonNode nothing(boolean hasOlder) {
        return page(List.of(), false, hasOlder, true);
    }

    /** The anchor belongs to the older half, which is the larger one if the halves differ. */
    public JsonNode around(ModelMessage mark, int limit) {
        int middle = shown.indexOf(mark) + 1;
        return page(middle - (limit - limit / 2), middle + limit / 2, false);
    }

    private JsonNode page(int from, int to, boolean goesToNewer) {
        int begin = Math.max(0, from);
        int end = Math.min(to, shown.size());
        boolean hasOlder = begin > 0 && begin < end;
        boolean continues = goesToNewer ? end < shown.size() : hasOlder;
        return page(shown.subList(begin, end), continues, hasOlder, begin < end);
    }

    private static JsonNode page(List<ModelMessage> messages, boolean continues, boolean hasOlder, boolean hasPlace) {
        return Json.object(
                "items", messages.reversed().stream().map(ModelMessage::json).toList(),
                "next", cursor(continues),
                "before", cursor(hasOlder),
                "after", cursor(hasPlace));
    }

    private static Optional<JsonNode> cursor(boolean exists) {
        return exists ? Optional.of(Wildcard.anyText()) : Optional.empty();
    }
}
