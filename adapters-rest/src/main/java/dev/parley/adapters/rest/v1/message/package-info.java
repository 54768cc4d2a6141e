/** Messages, their ids and their receipts. */
package dev.parley.adapters.rest.v1.message;
