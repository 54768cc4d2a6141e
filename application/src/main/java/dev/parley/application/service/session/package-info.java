/** The use cases about sessions. */
package dev.parley.application.service.session;
