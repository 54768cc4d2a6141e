/** What keeps clients from asking for too much, and tells them how much they have left. */
package dev.parley.adapters.rest.limit;
