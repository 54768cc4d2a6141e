package dev.parley.adapters.rest.v1.json;

import dev.parley.adapters.rest.json.JsonBodyWriter;
import dev.parley.adapters.rest.request.AnswerBudget;

/** Writes the bodies of v1. */
public final class V1BodyWriter extends JsonBodyWriter<V1Body> {

    public V1BodyWriter() {
        super(V1Body.class, V1Json.writer(), AnswerBudget.ofHeap());
    }
}
