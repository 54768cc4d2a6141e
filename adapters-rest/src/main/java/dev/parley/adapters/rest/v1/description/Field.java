package dev.parley.adapters.rest.v1.description;

import java.lang.annotation.ElementType;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.lang.annotation.Target;

/**
 * What the document says of a component of a request or response record. Its type is found without it, and whether it
 * may be missing or null: {@code Optional} in a request, {@code @Nullable} in a response.
 */
@Target(ElementType.RECORD_COMPONENT)
@Retention(RetentionPolicy.RUNTIME)
public @interface Field {

    /** What it means, in one sentence. */
    String value();

    Kind kind() default Kind.PLAIN;

    /** Its name in JSON, if that is not the component's in snake case. */
    String name() default "";

    /** Of an {@code Optional} in a request: whether it must be there nevertheless. */
    boolean required() default false;

    /** The only texts that it can be; empty if that is not so. */
    String[] oneOf() default {};

    /** One value of it, as JSON, if that of its kind does not do. */
    String example() default "";
}
