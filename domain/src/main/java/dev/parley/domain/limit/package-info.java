/** Rate limits as token buckets, and the back-off after failures. */
package dev.parley.domain.limit;
