/** What the core needs of its adapters for conversation. */
package dev.parley.application.port.out.conversation;
