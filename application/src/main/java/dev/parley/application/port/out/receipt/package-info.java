/** What the core needs of its adapters for receipt. */
package dev.parley.application.port.out.receipt;
