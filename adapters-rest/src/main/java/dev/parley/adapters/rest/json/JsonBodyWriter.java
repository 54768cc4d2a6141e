package dev.parley.adapters.rest.json;

import com.fasterxml.jackson.core.JsonFactory;
import com.fasterxml.jackson.core.JsonFactoryBuilder;
import com.fasterxml.jackson.core.JsonpCharacterEscapes;
import com.fasterxml.jackson.core.json.JsonWriteFeature;
import com.fasterxml.jackson.databind.ObjectWriter;
import dev.parley.adapters.rest.request.AnswerBudget;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.MultivaluedMap;
import jakarta.ws.rs.ext.MessageBodyWriter;
import java.io.IOException;
import java.io.OutputStream;
import java.lang.annotation.Annotation;
import java.lang.reflect.Type;

/** Writes one surface's own bodies and nobody else's, so that no setting of a shared mapper can change them. */
public abstract class JsonBodyWriter<T> implements MessageBodyWriter<T> {

    private final Class<T> written;
    private final ObjectWriter json;
    private final AnswerBudget budget;

    /** @param budget what the large answers of the surface share */
    protected JsonBodyWriter(Class<T> written, ObjectWriter json, AnswerBudget budget) {
        this.written = written;
        this.json = json;
        this.budget = budget;
    }

    /**
     * Compact, every character as itself in UTF-8 but for U+2028 and U+2029, which JavaScript once took for line ends.
     */
    public static JsonFactory plain() {
        return new JsonFactoryBuilder()
                .characterEscapes(JsonpCharacterEscapes.instance())
                .enable(JsonWriteFeature.COMBINE_UNICODE_SURROGATES_IN_UTF8)
                .disable(JsonWriteFeature.WRITE_HEX_UPPER_CASE)
                .build();
    }

    @Override
    public final boolean isWriteable(Class<?> type, Type genericType, Annotation[] annotations, MediaType mediaType) {
        return written.isAssignableFrom(type);
    }

    @Override
    public final void writeTo(
            T body,
            Class<?> type,
            Type genericType,
            Annotation[] annotations,
            MediaType mediaType,
            MultivaluedMap<String, Object> headers,
            OutputStream stream)
            throws IOException {
        // At once, so that what cannot be written is never half an answer.
        budget.write(json.writeValueAsBytes(body), stream);
    }
}
