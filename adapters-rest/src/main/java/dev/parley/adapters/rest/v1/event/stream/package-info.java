/** Events as a stream of the server-sent events standard. */
package dev.parley.adapters.rest.v1.event.stream;
