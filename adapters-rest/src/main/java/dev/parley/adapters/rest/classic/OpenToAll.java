package dev.parley.adapters.rest.classic;

import java.lang.annotation.ElementType;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.lang.annotation.Target;

/** A resource that needs no token. A bad one is refused all the same. */
@Target(ElementType.TYPE)
@Retention(RetentionPolicy.RUNTIME)
@interface OpenToAll {}
