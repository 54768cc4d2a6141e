/** The blocks of the caller. */
package dev.parley.adapters.rest.v1.block;
