package dev.parley.adapters.rest.v1.description;

import java.lang.annotation.ElementType;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.lang.annotation.Target;

/** With which values of {@code type} a record of a sealed interface stands where that is asked for. */
@Target(ElementType.TYPE)
@Retention(RetentionPolicy.RUNTIME)
public @interface Types {

    String[] value();
}
