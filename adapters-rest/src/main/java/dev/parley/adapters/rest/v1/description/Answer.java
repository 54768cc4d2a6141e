package dev.parley.adapters.rest.v1.description;

import jakarta.ws.rs.core.MediaType;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.lang.annotation.Target;

/** What an {@link Operation} answers if all goes well. */
@Target({})
@Retention(RetentionPolicy.RUNTIME)
public @interface Answer {

    int status();

    String description();

    /** The record that is written; {@code Void} if there is no body. */
    Class<?> body() default Void.class;

    /** Whether {@link #body()} is one item of a {@link dev.parley.adapters.rest.v1.page.PageResponse}. */
    boolean page() default false;

    String mediaType() default MediaType.APPLICATION_JSON;

    /** What comes down it, if it is a stream. */
    StreamEvent[] events() default {};

    /** Beyond those of every answer. */
    Header[] headers() default {};
}
