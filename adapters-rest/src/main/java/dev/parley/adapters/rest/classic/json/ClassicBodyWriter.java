package dev.parley.adapters.rest.classic.json;

import dev.parley.adapters.rest.json.JsonBodyWriter;
import dev.parley.adapters.rest.request.AnswerBudget;

/** Writes the classic API's own bodies. */
public final class ClassicBodyWriter extends JsonBodyWriter<ClassicBody> {

    public ClassicBodyWriter() {
        super(ClassicBody.class, ClassicJson.writer(), AnswerBudget.ofHeap());
    }
}
