/** Blocks between users. */
package dev.parley.adapters.persistence.block;
