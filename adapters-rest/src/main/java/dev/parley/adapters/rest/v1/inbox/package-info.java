/** The caller's conversations at a glance. */
package dev.parley.adapters.rest.v1.inbox;
