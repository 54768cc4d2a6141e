/** The rules of sending a message. */
package dev.parley.domain.sending;
