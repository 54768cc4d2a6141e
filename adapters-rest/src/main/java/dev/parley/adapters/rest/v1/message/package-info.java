/** Single messages: how they look, how they are named, and what became of them. */
package dev.parley.adapters.rest.v1.message;
