/** Parses submitted fields as Django REST framework did. */
package dev.parley.adapters.rest.legacy.field;
