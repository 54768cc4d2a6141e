package dev.parley.bootstrap.service.model;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.function.Supplier;

/**
 * Something that a user is told.
 *
 * @param data names and contents in it are those of the moment in which it is asked for
 */
record ModelEvent(String type, Told at, Supplier<JsonNode> data) {

    JsonNode numbered(int seq) {
        return Json.object("seq", seq, "type", type, "at", at, "data", data.get());
    }
}
