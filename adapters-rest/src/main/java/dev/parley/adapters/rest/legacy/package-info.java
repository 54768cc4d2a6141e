/** The legacy API: the API of the Django service that Parley replaced, compatible to the byte. */
package dev.parley.adapters.rest.legacy;
