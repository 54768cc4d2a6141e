/** Whom one does not want to hear from. */
package dev.parley.adapters.rest.v1.block;
