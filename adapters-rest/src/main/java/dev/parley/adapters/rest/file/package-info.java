/** What is served as it is and stays so as long as the service runs. */
package dev.parley.adapters.rest.file;
