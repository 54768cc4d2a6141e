/** What clients of v1 send, read strictly and with all that is wrong said at once. */
package dev.parley.adapters.rest.v1.field;
