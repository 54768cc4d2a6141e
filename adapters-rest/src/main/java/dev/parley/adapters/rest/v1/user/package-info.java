/** Registering, and finding others. */
package dev.parley.adapters.rest.v1.user;
