package dev.parley.adapters.rest.v1.description;

import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.lang.annotation.Target;

/** What comes down a stream of server-sent events. */
@Target({})
@Retention(RetentionPolicy.RUNTIME)
public @interface StreamEvent {

    /** As it stands in {@code event:}; empty for one event for each type that {@link #data()} has. */
    String name() default "";

    String description();

    /** The record in {@code data:}. */
    Class<?> data();
}
