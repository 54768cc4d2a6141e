package dev.parley.adapters.rest.classic.json;

import com.fasterxml.jackson.databind.ObjectWriter;
import dev.parley.adapters.rest.request.AnswerBudget;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.MultivaluedMap;
import jakarta.ws.rs.ext.MessageBodyWriter;
import java.io.IOException;
import java.io.OutputStream;
import java.lang.annotation.Annotation;
import java.lang.reflect.Type;

/** Writes the classic API's own bodies and nobody else's, so that no setting of a shared mapper can change them. */
public final class ClassicBodyWriter implements MessageBodyWriter<ClassicBody> {

    private final ObjectWriter json = ClassicJson.writer();
    private final AnswerBudget budget;

    public ClassicBodyWriter(AnswerBudget budget) {
        this.budget = budget;
    }

    @Override
    public boolean isWriteable(Class<?> type, Type genericType, Annotation[] annotations, MediaType mediaType) {
        return ClassicBody.class.isAssignableFrom(type);
    }

    @Override
    public void writeTo(
            ClassicBody body,
            Class<?> type,
            Type genericType,
            Annotation[] annotations,
            MediaType mediaType,
            MultivaluedMap<String, Object> headers,
            OutputStream stream)
            throws IOException {
        budget.write(
                json.writeValueAsBytes(body),
                stream); // at once, so that what cannot be written is never half an answer
    }
}
