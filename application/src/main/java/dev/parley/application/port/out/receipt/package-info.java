/** The store of read receipts. */
package dev.parley.application.port.out.receipt;
