package dev.parley.adapters.rest.legacy;

import java.lang.annotation.ElementType;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.lang.annotation.Target;

/** Marks a resource that requires no token. An invalid token is still rejected. */
@Target(ElementType.TYPE)
@Retention(RetentionPolicy.RUNTIME)
@interface PublicEndpoint {}
