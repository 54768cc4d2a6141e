/** A page that shows the OpenAPI document and can call the service, with nothing from anywhere else. */
package dev.parley.adapters.rest.docs;
