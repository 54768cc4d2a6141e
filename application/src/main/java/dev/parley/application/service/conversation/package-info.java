/** The use cases about conversations. */
package dev.parley.application.service.conversation;
