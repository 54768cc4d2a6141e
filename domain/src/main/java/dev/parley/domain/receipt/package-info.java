/** Read receipts, and the receipts of a message as shown to a participant. */
package dev.parley.domain.receipt;
