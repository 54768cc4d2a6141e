/** The use cases about limits. */
package dev.parley.application.service.limit;
