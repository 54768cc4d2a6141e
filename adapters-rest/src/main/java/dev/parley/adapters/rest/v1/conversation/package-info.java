/** One conversation of the caller: its history, sends and read receipts. */
package dev.parley.adapters.rest.v1.conversation;
