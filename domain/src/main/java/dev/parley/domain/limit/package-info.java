/** How much of something one client may do: buckets that fill with time, and the wait after failures. */
package dev.parley.domain.limit;
