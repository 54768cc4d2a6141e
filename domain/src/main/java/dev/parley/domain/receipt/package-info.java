/** Who read what, and when. */
package dev.parley.domain.receipt;
