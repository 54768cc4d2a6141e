/** The seed's API, kept to the byte where a client could notice. */
package dev.parley.adapters.rest.classic;
