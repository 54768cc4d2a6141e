/** What Python did to text and numbers on the seed's way in and out. */
package dev.parley.adapters.rest.classic.python;
