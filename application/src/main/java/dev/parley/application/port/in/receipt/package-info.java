/** Use cases to mark messages as read and to get the receipts of a message. */
package dev.parley.application.port.in.receipt;
