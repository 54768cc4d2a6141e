/** What a request tells besides its body, whichever surface it is for. */
package dev.parley.adapters.rest.request;
