package dev.parley.adapters.rest.v1.description;

import dev.parley.adapters.rest.v1.problem.ProblemCode;
import java.lang.annotation.ElementType;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.lang.annotation.Target;

/**
 * What the document says of a resource method and the method cannot say itself. Parameters in the path, the need of a
 * token, and the problems that come with these, with a body and with parameters are found without it.
 */
@Target(ElementType.METHOD)
@Retention(RetentionPolicy.RUNTIME)
public @interface Operation {

    /** Its name in the clients that are generated from the document; never changes. */
    String id();

    /** A few words. */
    String summary();

    /** What a client author must know beyond that, in Markdown; may be empty. */
    String description() default "";

    /** The record that the body is read into; {@code Void} if none is read. */
    Class<?> body() default Void.class;

    /** Those in the query and in headers. */
    Parameter[] parameters() default {};

    /** Whether a ticket in the URL does in place of a token: such a method finds out itself who calls. */
    boolean ticket() default false;

    /** What it answers if all goes well. */
    Answer[] answers();

    /** What else can go wrong: the problems that are its own. */
    ProblemCode[] problems() default {};
}
