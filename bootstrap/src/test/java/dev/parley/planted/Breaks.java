package dev.parley.planted;

import static java.lang.annotation.RetentionPolicy.RUNTIME;

import java.lang.annotation.Retention;

/** Names the architecture rules that a planted class breaks on purpose, to test that the rules detect it. */
@Retention(RUNTIME)
public @interface Breaks {

    /** Names of rules. */
    String[] value();
}
