/** What streams and polls have in common: who follows, how long, and how they learn that there is something to read. */
package dev.parley.adapters.rest.v1.event.follow;
