package dev.parley.bootstrap.wiring;

import static java.lang.annotation.RetentionPolicy.RUNTIME;

import com.google.inject.BindingAnnotation;
import java.lang.annotation.Retention;

/** The state database over the one connection that only the free lane of sends uses. */
@BindingAnnotation
@Retention(RUNTIME)
public @interface SendingConnection {}
