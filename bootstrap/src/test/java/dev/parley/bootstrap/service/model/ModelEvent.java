package dev.parley.bootstrap.service.model;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.function.Supplier;

/**
 * An event of a user.
 *
 * @param data returns the data with the names and contents at the time of the request
 */
record ModelEvent(String type, LearnedValue at, Supplier<JsonNode> data) {

    JsonNode numbered(int seq) {
        return Json.object("seq", seq, "type", type, "at", at, "data", data.get());
    }
}
