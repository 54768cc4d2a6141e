/** Events by long polling. */
package dev.parley.adapters.rest.v1.event.poll;
