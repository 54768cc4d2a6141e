/** Who blocks whom. */
package dev.parley.adapters.persistence.block;
