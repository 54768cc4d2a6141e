/** Registration and user search. */
package dev.parley.adapters.rest.v1.user;
