/** Who does not want to hear from whom. */
package dev.parley.domain.block;
