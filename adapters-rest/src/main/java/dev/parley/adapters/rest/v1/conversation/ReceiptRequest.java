package dev.parley.adapters.rest.v1.conversation;

import dev.parley.adapters.rest.v1.field.FieldReader;
import dev.parley.adapters.rest.v1.field.JsonObject;
import dev.parley.adapters.rest.v1.field.TextRules;
import dev.parley.adapters.rest.v1.message.MessageName;
import dev.parley.domain.conversation.MessageId;

record ReceiptRequest(MessageId upTo) {

    /** @throws jakarta.ws.rs.WebApplicationException with a 422 that lists all errors */
    static ReceiptRequest read(JsonObject body) {
        FieldReader fields = new FieldReader(body);
        String upTo = fields.required("read_up_to", TextRules.NAME);
        fields.refuseIfAny();
        return new ReceiptRequest(MessageName.orNone(upTo));
    }
}
