/** Transactions on the state store. */
package dev.parley.application.port.out.shared;
