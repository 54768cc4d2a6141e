package dev.parley.bootstrap.service.model;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.List;
import java.util.Optional;

/**
 * One conversation as the legacy API shows it: the messages visible to both, newest first.
 *
 * @param visible oldest first
 * @param link to the first page
 */
public record ModelPages(List<ModelMessage> visible, String link) {

    private static final int SIZE = 100;

    public int last() {
        return Math.max(1, (visible.size() + SIZE - 1) / SIZE);
    }

    /** @param number 1 to {@link #last} */
    public JsonNode page(int number) {
        List<JsonNode> results = visible.reversed().stream()
                .skip((number - 1L) * SIZE)
                .limit(SIZE)
                .map(ModelMessage::legacyJson)
                .toList();
        return Json.object(
                "count",
                visible.size(),
                "next",
                number < last() ? linkTo(number + 1) : Optional.empty(),
                "previous",
                number > 1 ? linkTo(number - 1) : Optional.empty(),
                "results",
                results);
    }

    private Optional<String> linkTo(int number) {
        return Optional.of(number == 1 ? link : link + "?page=" + number);
    }
}
