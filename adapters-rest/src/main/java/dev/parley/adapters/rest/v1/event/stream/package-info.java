/** Events as server-sent events. */
package dev.parley.adapters.rest.v1.event.stream;
