package dev.parley.bootstrap.wiring;

import static java.lang.annotation.RetentionPolicy.RUNTIME;

import com.google.inject.BindingAnnotation;
import java.lang.annotation.Retention;

/** Of the one connection to the {@link StateDatabase} that only the first group of sends uses. */
@BindingAnnotation
@Retention(RUNTIME)
public @interface SendingConnection {}
