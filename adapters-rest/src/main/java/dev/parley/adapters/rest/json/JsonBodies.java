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
 * The response bodies of one API and their writer. Each API has its own, so that no setting of a shared mapper can
 * change its format.
 *
 * @param type the common supertype of the bodies of this API, and of no other
 */
public record JsonBodies(Class<?> type, ObjectWriter json) {

    private static final int SHARED_BUFFERS = 64;

    /** Writes compact UTF-8. Only U+2028 and U+2029 are escaped, because JavaScript once treated them as line ends. */
    public static JsonFactory plain() {
        return new JsonFactoryBuilder()
                .recyclerPool(sharedBuffers())
                .characterEscapes(JsonpCharacterEscapes.instance())
                .enable(JsonWriteFeature.COMBINE_UNICODE_SURROGATES_IN_UTF8)
                .disable(JsonWriteFeature.WRITE_HEX_UPPER_CASE)
                .build();
    }

    /**
     * Returns a pool for one factory. Jackson's default keeps a buffer for each thread. With virtual threads that means
     * a new buffer for each request, and one held by every open stream.
     */
    static RecyclerPool<BufferRecycler> sharedBuffers() {
        return JsonRecyclerPools.newBoundedPool(SHARED_BUFFERS);
    }

    public boolean include(Object body) {
        return type.isInstance(body);
    }

    /** Writes to memory first, so that an error cannot leave a partial response. */
    public byte[] write(Object body) {
        try {
            return json.writeValueAsBytes(body);
        } catch (JsonProcessingException e) {
            throw new UncheckedIOException("cannot write a " + type.getSimpleName() + " as JSON", e);
        }
    }
}
