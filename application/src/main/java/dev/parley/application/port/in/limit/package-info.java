/** The use case to admit requests within their rate limits. */
package dev.parley.application.port.in.limit;
