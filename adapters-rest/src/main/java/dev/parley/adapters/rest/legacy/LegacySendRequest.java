package dev.parley.adapters.rest.legacy;

import dev.parley.adapters.rest.legacy.field.CharField;
import dev.parley.adapters.rest.legacy.field.FieldErrors;
import dev.parley.adapters.rest.legacy.field.FieldMessages;
import dev.parley.adapters.rest.legacy.field.Submission;
import dev.parley.domain.conversation.MessageContent;

/** A message to send. */
record LegacySendRequest(MessageContent content) {

    private static final CharField CONTENT = CharField.trimmed("content", FieldMessages::ofContent);

    /** @throws jakarta.ws.rs.WebApplicationException with a 400 that lists all errors */
    static LegacySendRequest read(Submission body) {
        FieldErrors errors = new FieldErrors();
        String content = CONTENT.read(body.fields(), errors);
        errors.refuseIfAny();
        return new LegacySendRequest(new MessageContent(content));
    }
}
