/** Replays recorded responses of the legacy API against a running Parley; also used by bootstrap's tests. */
package dev.parley.adapters.rest.golden;
