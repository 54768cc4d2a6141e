package dev.parley.adapters.rest.classic;

import dev.parley.adapters.rest.classic.field.CharField;
import dev.parley.adapters.rest.classic.field.FieldErrors;
import dev.parley.adapters.rest.classic.field.Submission;
import dev.parley.adapters.rest.classic.field.Wording;
import dev.parley.domain.conversation.MessageContent;

/** A message to send. */
record SendRequest(MessageContent content) {

    private static final CharField CONTENT = CharField.trimmed("content", Wording::ofContent);

    /** @throws jakarta.ws.rs.WebApplicationException with a 400 that lists all errors */
    static SendRequest read(Submission body) {
        FieldErrors errors = new FieldErrors();
        String content = CONTENT.read(body.fields(), errors);
        errors.refuseIfAny();
        return new SendRequest(new MessageContent(content));
    }
}
