package dev.parley.adapters.rest.limit;

import dev.parley.domain.limit.RequestKind;
import java.lang.annotation.ElementType;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.lang.annotation.Target;

/** Sets the kind of a resource method for rate limits, where the HTTP method does not determine it. */
@Target(ElementType.METHOD)
@Retention(RetentionPolicy.RUNTIME)
public @interface CountsAs {

    RequestKind value();
}
