/** What a client submits, read as the seed's framework read it. */
package dev.parley.adapters.rest.classic.field;
