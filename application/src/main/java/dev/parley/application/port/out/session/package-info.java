/** The stores of sessions and stream tickets, and the generator of tokens. */
package dev.parley.application.port.out.session;
