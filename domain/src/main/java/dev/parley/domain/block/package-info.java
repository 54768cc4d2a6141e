/** Blocks between users. */
package dev.parley.domain.block;
