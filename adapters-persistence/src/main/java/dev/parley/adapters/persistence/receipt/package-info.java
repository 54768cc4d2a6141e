/** Readings. */
package dev.parley.adapters.persistence.receipt;
