/** Who makes a request, whichever surface it is for. */
package dev.parley.adapters.rest.auth;
