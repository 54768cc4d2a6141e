/** What streams and polls share: limits, wake-ups and reads. */
package dev.parley.adapters.rest.v1.event.follow;
