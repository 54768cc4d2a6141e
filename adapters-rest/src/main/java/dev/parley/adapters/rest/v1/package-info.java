/** The API that apps are built on. */
package dev.parley.adapters.rest.v1;
