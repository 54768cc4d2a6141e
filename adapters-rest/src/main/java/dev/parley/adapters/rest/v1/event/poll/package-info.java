/** Events a page at a time, for whoever asks again and again. */
package dev.parley.adapters.rest.v1.event.poll;
