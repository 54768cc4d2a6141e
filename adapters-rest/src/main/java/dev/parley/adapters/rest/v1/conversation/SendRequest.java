package dev.parley.adapters.rest.v1.conversation;

import dev.parley.adapters.rest.v1.field.FieldReader;
import dev.parley.adapters.rest.v1.field.JsonObject;
import dev.parley.adapters.rest.v1.field.TextRules;
import dev.parley.domain.conversation.MessageContent;

/** The content is not trimmed. */
record SendRequest(MessageContent content) {

    /** @throws jakarta.ws.rs.WebApplicationException with a 422 that lists all errors */
    static SendRequest read(JsonObject body) {
        FieldReader fields = new FieldReader(body);
        String content = fields.required("content", TextRules.CONTENT);
        fields.refuseIfAny();
        return new SendRequest(new MessageContent(content));
    }
}
