package dev.parley.adapters.rest.json;

import com.fasterxml.jackson.core.JsonFactory;
import com.fasterxml.jackson.core.JsonFactoryBuilder;
import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.core.JsonpCharacterEscapes;
import com.fasterxml.jackson.core.json.JsonWriteFeature;
import com.fasterxml.jackson.core.util.BufferRecycler;
import com.fasterxml.jackson.core.util.JsonRecyclerPools;
import com.fasterxml.jackson.core.util.RecyclerPool;
import com.fasterxml.jackson.databind.ObjectWriter;
import java.io.UncheckedIOException;

/**
 * The bodies of one surface and how they are written, so that no setting of a shared mapper can change them.
 *
 * @param type of all of them and of nobody else's
 */
public record JsonBodies(Class<?> type, ObjectWriter json) {

    private static final int SHARED_BUFFERS = 64;

    /**
     * Compact, every character as itself in UTF-8 but for U+2028 and U+2029, which JavaScript once took for line ends.
     */
    public static JsonFactory plain() {
        return new JsonFactoryBuilder()
                .recyclerPool(sharedBuffers())
                .characterEscapes(JsonpCharacterEscapes.instance())
                .enable(JsonWriteFeature.COMBINE_UNICODE_SURROGATES_IN_UTF8)
                .disable(JsonWriteFeature.WRITE_HEX_UPPER_CASE)
                .build();
    }

    /**
     * For one factory. Jackson's own way keeps 16 KiB with every thread that has ever written or read: with virtual threads it
     * makes them anew for each request, and keeps them with every open stream.
     */
    static RecyclerPool<BufferRecycler> sharedBuffers() {
        return JsonRecyclerPools.newBoundedPool(SHARED_BUFFERS);
    }

    public boolean include(Object body) {
        return type.isInstance(body);
    }

    /** All at once, so that what cannot be written is never half an answer. */
    public byte[] write(Object body) {
        try {
            return json.writeValueAsBytes(body);
        } catch (JsonProcessingException e) {
            throw new UncheckedIOException("a " + type.getSimpleName() + " cannot be written", e);
        }
    }
}
