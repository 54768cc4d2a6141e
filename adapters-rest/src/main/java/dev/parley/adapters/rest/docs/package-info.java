/** A page that shows the API document and can call the service. It loads nothing from other hosts. */
package dev.parley.adapters.rest.docs;
