/** Messages between two, and what may happen to them. */
package dev.parley.domain.conversation;
