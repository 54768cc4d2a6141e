package dev.parley.adapters.rest.v1.field;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import jakarta.ws.rs.WebApplicationException;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.MultivaluedHashMap;
import java.io.IOException;
import java.io.InputStream;
import java.lang.annotation.Annotation;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.List;
import org.junit.jupiter.api.Test;

/** Bodies that end early, by a closed connection or by a time-out of the server. */
final class BrokenBodyTest {

    @Test
    void incompleteBodyIsAClientError() {
        for (Exception broken : List.of(new IOException("gone"), new IllegalArgumentException("408"))) {
            assertThatThrownBy(() -> read(new Breaking(broken)))
                    .isInstanceOfSatisfying(
                            WebApplicationException.class,
                            refusal -> assertThat(refusal.getResponse().getStatus())
                                    .isEqualTo(400));
        }
    }

    private static JsonObject read(InputStream body) {
        return new JsonObjectReader()
                .readFrom(
                        JsonObject.class,
                        JsonObject.class,
                        new Annotation[0],
                        MediaType.APPLICATION_JSON_TYPE,
                        new MultivaluedHashMap<>(),
                        body);
    }

    /** Some bytes, followed by the failure. */
    private static final class Breaking extends InputStream {

        private final Deque<Exception> failures;
        private boolean hasBegun;

        Breaking(Exception failure) {
            this.failures = new ArrayDeque<>(List.of(failure));
        }

        @Override
        public int read() throws IOException {
            throw new UnsupportedOperationException("byte by byte");
        }

        @Override
        public int read(byte[] buffer, int offset, int length) throws IOException {
            if (!hasBegun) {
                hasBegun = true;
                return 1;
            }
            switch (failures.pop()) {
                case IOException gone -> throw gone;
                case RuntimeException slow -> throw slow;
                default -> throw new IllegalStateException("neither");
            }
        }
    }
}
