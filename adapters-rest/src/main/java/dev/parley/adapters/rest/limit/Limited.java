package dev.parley.adapters.rest.limit;

import dev.parley.domain.limit.RequestKind;
import java.lang.annotation.ElementType;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.lang.annotation.Target;

/** What requests to a resource method count as, where their verb does not say it. */
@Target(ElementType.METHOD)
@Retention(RetentionPolicy.RUNTIME)
public @interface Limited {

    RequestKind value();
}
