/** Recounts stored data to find inconsistencies. */
package dev.parley.domain.audit;
