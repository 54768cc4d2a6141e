/** What must be true of the data, told from scratch. */
package dev.parley.domain.audit;
