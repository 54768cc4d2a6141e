package dev.parley.bootstrap.service.fuzz;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.json.JsonMapper;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/** Ids and cursors from responses, because only real ones pass the first checks. */
final class LearnedValues {

    private static final JsonMapper JSON = new JsonMapper();
    private static final int MOST = 64;

    private final Map<String, List<String>> values = new HashMap<>();

    /** Learns from a JSON response. */
    void from(RawResponse answer) {
        try {
            keepAll(JSON.readTree(answer.body()));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private void keepAll(JsonNode node) {
        node.properties().forEach(field -> {
            if (field.getValue().isTextual() || field.getValue().isIntegralNumber()) {
                keep(kind(field.getKey()), field.getValue().asText());
            }
        });
        node.forEach(this::keepAll);
    }

    private static String kind(String field) {
        return switch (field) {
            case "next", "before", "after", "cursor", "event_cursor" -> "cursor";
            case "read_up_to", "peer_read_up_to" -> "id";
            default -> field;
        };
    }

    private void keep(String kind, String value) {
        List<String> known = values.computeIfAbsent(kind, any -> new ArrayList<>());
        if (known.size() == MOST) {
            known.removeFirst();
        }
        known.add(value);
    }

    /** A learned value of the kind. Consumes the same number of random values whether or not there is one. */
    String some(String kind, String otherwise, FuzzRandom chance) {
        List<String> known = values.getOrDefault(kind, List.of());
        int place = chance.below(1 << 20);
        return known.isEmpty() ? otherwise : known.get(place % known.size());
    }
}
