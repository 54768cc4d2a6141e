package dev.parley.bootstrap.wiring;

import static java.lang.annotation.RetentionPolicy.RUNTIME;

import com.google.inject.BindingAnnotation;
import java.lang.annotation.Retention;

/** Of the database of the activity log. */
@BindingAnnotation
@Retention(RUNTIME)
public @interface LogDatabase {}
