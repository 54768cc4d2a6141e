/** The catalogue of what can go wrong in v1: words for clients, none of which ever changes. */
package dev.parley.adapters.rest.v1.problem;
