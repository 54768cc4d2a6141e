package dev.parley.planted;

import static java.lang.annotation.RetentionPolicy.RUNTIME;

import java.lang.annotation.Retention;

/** Says which rules of the hexagon a planted class breaks, on purpose: a rule that lets it pass has no teeth. */
@Retention(RUNTIME)
public @interface Breaks {

    /** Names of rules. */
    String[] value();
}
