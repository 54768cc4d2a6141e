/** The conversation of the caller with one other: its history, and writing and reading in it. */
package dev.parley.adapters.rest.v1.conversation;
